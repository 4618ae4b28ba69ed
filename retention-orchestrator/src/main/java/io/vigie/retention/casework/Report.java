package io.vigie.retention.casework;

import io.vigie.events.retention.Outcome;
import java.util.Optional;

/**
 * What whoever did a task says came of it.
 *
 * @param note what they wrote; personal
 * @param promised what is to be done and by when, just where the outcome is a promise
 */
public record Report(Outcome outcome, String note, Optional<Promise> promised) {
    public Report {
        if (promised.isPresent() != (outcome == Outcome.PROMISE)) {
            throw new IllegalArgumentException(
                    promised.isPresent()
                            ? "promised: only where the outcome is promise"
                            : "promised: is missing; a promise says what is to be done and by which day");
        }
    }

    /** One that promises nothing. */
    public static Report of(Outcome outcome, String note) {
        return new Report(outcome, note, Optional.empty());
    }
}

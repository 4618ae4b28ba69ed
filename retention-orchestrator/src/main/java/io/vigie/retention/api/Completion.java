package io.vigie.retention.api;

import io.vigie.events.retention.Outcome;
import io.vigie.retention.casework.Promise;
import io.vigie.retention.casework.Report;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What came of a task, as somebody sends it. */
public record Completion(
        @Nullable String outcome,
        @Nullable String note,
        @Nullable String by,
        @Nullable Promised promised) {
    private static final String OUTCOMES =
            Stream.of(Outcome.values()).map(Outcome::word).collect(Collectors.joining(", "));

    Report report() {
        Outcome came = Asked.word("outcome", Outcome.class, outcome)
                .orElseThrow(() -> Problems.wrong("outcome: is missing; it is one of " + OUTCOMES + "."));
        try {
            return new Report(
                    came,
                    Asked.text(note).orElse(""),
                    Optional.ofNullable(promised).map(Promised::promise));
        } catch (IllegalArgumentException e) {
            throw Problems.wrong(e.getMessage() + ".");
        }
    }

    /** What is to be done, and by which day. */
    public record Promised(@Nullable String what, @Nullable LocalDate by) {
        Promise promise() {
            String said = Asked.text(what).orElseThrow(() -> Problems.wrong("promised.what: say what was promised."));
            if (by == null) {
                throw Problems.wrong("promised.by: is missing; give the day, such as 2026-03-31.");
            }
            return new Promise(said, Asked.within("promised.by", by));
        }
    }
}

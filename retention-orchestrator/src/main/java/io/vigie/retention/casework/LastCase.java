package io.vigie.retention.casework;

import io.vigie.events.retention.Action;
import io.vigie.events.retention.CaseEnd;
import io.vigie.events.retention.CaseResult;
import io.vigie.events.risk.RiskLevel;
import io.vigie.retention.policy.Decision;
import java.time.Instant;
import java.util.Optional;

/**
 * How a customer's case before ended, so that one that has just been closed is not opened again by the next event.
 *
 * @param level at which it was opened
 * @param action what it had come to
 */
public record LastCase(CaseResult result, CaseEnd because, Instant at, RiskLevel level, Action action) {
    static LastCase of(RetentionCase.Closed closed) {
        return new LastCase(
                closed.result(),
                closed.because(),
                closed.at(),
                closed.opening().trace().level(),
                closed.action());
    }

    /** Until when this customer has peace from what has been decided; none where it may be acted on at once. */
    Optional<Instant> restsUntil(Decision.Act act, WorkRules rules) {
        boolean worse = act.about().isPresent()
                || act.trace().level().compareTo(level) > 0
                || act.action().compareTo(action) > 0;
        boolean acted = result == CaseResult.SAVED || result == CaseResult.LOST;
        return worse || acted ? Optional.empty() : Optional.of(at.plus(rules.restAfter(because)));
    }
}

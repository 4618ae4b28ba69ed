package io.vigie.events.risk;

import io.vigie.events.signal.Cause;
import java.time.Instant;
import java.util.Optional;

/**
 * One stretch of being a customer; who comes back after leaving begins the next.
 *
 * @param number 1 for the first
 * @param leaving how it ended, where it did
 * @param cause why it ended, as last said or inferred
 */
public record Life(
        int number,
        LifeState state,
        Instant startedAt,
        Optional<Instant> endedAt,
        Optional<Leaving> leaving,
        Optional<Cause> cause) {
    public Life {
        endedAt = endedAt == null ? Optional.empty() : endedAt;
        leaving = leaving == null ? Optional.empty() : leaving;
        cause = cause == null ? Optional.empty() : cause;
        if ((state == LifeState.LOST) != endedAt.isPresent()) {
            throw new IllegalArgumentException("a life is lost exactly when it has ended");
        }
    }
}

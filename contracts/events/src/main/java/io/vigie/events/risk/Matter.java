package io.vigie.events.risk;

import java.time.Instant;
import java.util.Optional;

/**
 * Something open between the customer and us that a decision may turn on.
 *
 * @param type the signal type that opened it, or the date feature that stands for it
 * @param since when the oldest of the kind was opened
 * @param count how many of the kind are open
 * @param until when it ends by itself, where that is known: a notified termination's effect, a window's close
 */
public record Matter(String type, Instant since, int count, Optional<Instant> until) {
    public Matter {
        until = until == null ? Optional.empty() : until;
    }
}

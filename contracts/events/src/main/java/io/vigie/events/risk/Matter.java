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
 * @param latest when the newest of the kind was opened, where that is not the oldest
 */
public record Matter(String type, Instant since, int count, Optional<Instant> until, Optional<Instant> latest) {
    public Matter {
        until = until == null ? Optional.empty() : until;
        latest = latest == null ? Optional.empty() : latest;
    }

    /** One of a kind. */
    public static Matter one(String type, Instant since, Optional<Instant> until) {
        return new Matter(type, since, 1, until, Optional.empty());
    }

    /** When the newest of the kind was opened: whoever answers an older one has not answered that. */
    public Instant newest() {
        return latest.orElse(since);
    }
}

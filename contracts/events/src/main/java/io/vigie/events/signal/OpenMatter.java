package io.vigie.events.signal;

import java.util.Optional;

/**
 * Says that a signal leaves something open until another settles it.
 *
 * @param key the attribute that tells one matter from another, in both signals; without it the oldest is settled
 * @param atMostDays after so many days it counts as settled though nobody said so
 * @param countsInFull whether, while open, the count does not fade
 */
public record OpenMatter(Optional<String> key, int atMostDays, boolean countsInFull) {
    public OpenMatter {
        key = key == null ? Optional.empty() : key;
        if (atMostDays < 1) {
            throw new IllegalArgumentException("opens: atMostDays must be at least 1");
        }
    }
}

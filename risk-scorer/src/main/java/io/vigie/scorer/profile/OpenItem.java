package io.vigie.scorer.profile;

import java.time.Instant;
import java.util.Optional;

/**
 * A matter left open by a signal.
 *
 * @param type the signal type that opened it
 * @param key tells it from others of its type, where the signal gave one
 * @param strength how strongly that signal counted
 * @param expires when it counts as settled though nobody said so
 * @param until when it takes effect or ends, where the signal said so
 */
public record OpenItem(
        String type, Optional<String> key, double strength, Instant since, Instant expires, Optional<Instant> until) {
    public boolean openAt(Instant instant) {
        return expires.isAfter(instant);
    }
}

package io.vigie.events.retention;

import java.time.Instant;
import java.util.Optional;

/**
 * How hard we made it to leave, as far as one notice has come: told when it is acknowledged, and again when it has ended.
 *
 * @param noticedAt when the notice came in
 * @param acknowledgedAt when it was confirmed, where that is told of
 * @param acknowledgedBy how
 * @param endsAt when it ends as it was confirmed, where that is known
 * @param endedAt when the customer had left, once they have
 * @param contacts how often we have approached them since the notice, ninety days back at most; the confirmation is none
 */
public record NoticeFollowed(
        String customer,
        Instant at,
        Instant recordedAt,
        Instant noticedAt,
        Optional<Instant> acknowledgedAt,
        Optional<Action> acknowledgedBy,
        Optional<Instant> endsAt,
        Optional<Instant> endedAt,
        int contacts)
        implements RetentionEvent {
    public NoticeFollowed {
        acknowledgedAt = acknowledgedAt == null ? Optional.empty() : acknowledgedAt;
        acknowledgedBy = acknowledgedBy == null ? Optional.empty() : acknowledgedBy;
        endsAt = endsAt == null ? Optional.empty() : endsAt;
        endedAt = endedAt == null ? Optional.empty() : endedAt;
    }
}

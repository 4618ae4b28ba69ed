package io.vigie.events.customer;

import java.time.Instant;
import java.util.Optional;

/**
 * A customer's current contract.
 *
 * @param renewal how it goes on at its end
 * @param end the instant it ends or renews, where it has one
 * @param noticeOpens for tacit renewal: from when notice may be given; closes at {@code noticeCloses}
 */
public record Contract(
        String id,
        Renewal renewal,
        Instant start,
        Optional<Instant> end,
        Optional<Instant> noticeOpens,
        Optional<Instant> noticeCloses) {
    public Contract {
        renewal = renewal == null ? Renewal.TACIT : renewal;
        end = end == null ? Optional.empty() : end;
        noticeOpens = noticeOpens == null ? Optional.empty() : noticeOpens;
        noticeCloses = noticeCloses == null ? Optional.empty() : noticeCloses;
        if (noticeOpens.isPresent() != noticeCloses.isPresent()) {
            throw new IllegalArgumentException(
                    "contract " + id + ": give both noticeOpens and noticeCloses, or neither");
        }
    }
}

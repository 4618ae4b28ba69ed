package io.vigie.ingest.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;

/** Holds each sender to its own rate, so that one that runs wild takes nothing from the others; per instance. */
public final class RateLimits {
    private static final Duration FORGOTTEN_AFTER = Duration.ofMinutes(10);
    private static final int MOST = 10_000;

    private final Cache<String, Limited> bySender = Caffeine.newBuilder()
            .expireAfterAccess(FORGOTTEN_AFTER)
            .maximumSize(MOST)
            .build();

    /**
     * Counts one request.
     *
     * @param limit may change from call to call, as files are edited
     * @throws NotAdmitted saying when to come again, once the sender has had its share
     */
    public void take(String sender, RateLimit limit) {
        Limited limited = bySender.asMap()
                .compute(
                        sender,
                        (_, before) -> before == null || !before.limit.equals(limit) ? Limited.to(limit) : before);
        ConsumptionProbe probe = limited.bucket.tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            throw NotAdmitted.tooMany(
                    Duration.ofNanos(probe.getNanosToWaitForRefill()),
                    sender + " may send " + limit.perSecond() + " requests a second: send more slowly, or in batches");
        }
    }

    private record Limited(RateLimit limit, Bucket bucket) {
        static Limited to(RateLimit limit) {
            return new Limited(
                    limit,
                    Bucket.builder()
                            .addLimit(bandwidth -> bandwidth
                                    .capacity(limit.burst())
                                    .refillGreedy(limit.perSecond(), Duration.ofSeconds(1)))
                            .build());
        }
    }
}

package io.vigie.ingest.access;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Holds each sender to its own rate, so that one that runs wild takes nothing from the others; per instance. */
public final class RateLimits {
    private final Map<String, Limited> bySender = new ConcurrentHashMap<>();

    /**
     * Counts one request.
     *
     * @param limit may change from call to call, as files are edited
     * @throws NotAdmitted saying when to come again, once the sender has had its share
     */
    public void take(String sender, RateLimit limit) {
        Limited limited = bySender.compute(
                sender, (_, before) -> before == null || !before.limit.equals(limit) ? Limited.to(limit) : before);
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

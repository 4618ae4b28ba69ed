package io.vigie.ingest.access;

/**
 * How often one sender is served.
 *
 * @param perSecond requests in the long run
 * @param burst requests at once, after a quiet while
 */
public record RateLimit(int perSecond, int burst) {
    public RateLimit {
        if (perSecond < 1 || burst < 1) {
            throw new IllegalArgumentException("rateLimit: perSecond and burst are at least 1");
        }
    }
}

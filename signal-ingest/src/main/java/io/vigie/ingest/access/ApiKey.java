package io.vigie.ingest.access;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What is kept of a key: all but the key itself, which only its owner has.
 *
 * @param ending its last characters, by which its owner recognises it
 * @param rateLimit how often it is served; as all others are where nothing is said
 */
public record ApiKey(
        UUID id,
        String name,
        String ending,
        Set<String> scopes,
        Optional<RateLimit> rateLimit,
        Instant createdAt,
        Optional<Instant> expiresAt,
        Optional<Instant> revokedAt,
        Optional<Instant> lastUsedAt) {
    private static final Duration USE_IS_NOTED_EVERY = Duration.ofMinutes(1);

    public ApiKey {
        scopes = Set.copyOf(scopes);
    }

    public boolean isGoodAt(Instant now) {
        return revokedAt.isEmpty() && expiresAt.filter(end -> !end.isAfter(now)).isEmpty();
    }

    /** Whether its use has not been noted for so long that it should be again. */
    public boolean isUseDue(Instant now) {
        return lastUsedAt
                .filter(used -> used.isAfter(now.minus(USE_IS_NOTED_EVERY)))
                .isEmpty();
    }

    public ApiKey usedAt(Instant now) {
        return new ApiKey(id, name, ending, scopes, rateLimit, createdAt, expiresAt, revokedAt, Optional.of(now));
    }
}

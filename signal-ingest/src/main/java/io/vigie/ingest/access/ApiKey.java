package io.vigie.ingest.access;

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
    public ApiKey {
        scopes = Set.copyOf(scopes);
    }

    public boolean isGoodAt(Instant now) {
        return revokedAt.isEmpty() && expiresAt.filter(end -> !end.isAfter(now)).isEmpty();
    }
}

package io.vigie.ingest.api;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.runtime.Startup;
import io.vigie.ingest.IngestSettings;
import io.vigie.ingest.access.ApiKey;
import io.vigie.ingest.access.KeyText;
import io.vigie.ingest.access.Scopes;
import io.vigie.ingest.access.Secret;
import io.vigie.ingest.store.ApiKeys;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The keys by what requests show, remembered for seconds, so that not every signal asks the database. */
@Startup
@ApplicationScoped
class KnownKeys {
    private static final Duration REMEMBERED = Duration.ofSeconds(5);
    private static final Duration USE_IS_NOTED_EVERY = Duration.ofMinutes(1);
    private static final int MOST = 10_000;

    private final ApiKeys keys;
    private final InstantSource clock;
    private final Optional<Secret> adminKey;
    private final Cache<String, Optional<ApiKey>> remembered =
            Caffeine.newBuilder().expireAfterWrite(REMEMBERED).maximumSize(MOST).build();

    KnownKeys(ApiKeys keys, InstantSource clock, IngestSettings settings) {
        this.keys = keys;
        this.clock = clock;
        this.adminKey = settings.adminKey().map(KeyText::checked).map(Secret::of);
    }

    /** Empty for one that is not, or no longer, good; may ask the database. */
    Optional<ApiKey> behind(String text) {
        Instant now = clock.instant();
        if (isOfTheOperator(text)) {
            return Optional.of(ofTheOperator(now));
        }
        byte[] digest = KeyText.digest(text);
        return remembered.get(name(digest), _ -> looked(digest, now)).filter(key -> key.isGoodAt(now));
    }

    /** One that is remembered as good, without asking the database; empty for any other. */
    Optional<ApiKey> remembered(String text) {
        Instant now = clock.instant();
        if (isOfTheOperator(text)) {
            return Optional.of(ofTheOperator(now));
        }
        Optional<ApiKey> found = remembered.getIfPresent(name(KeyText.digest(text)));
        return found == null ? Optional.empty() : found.filter(key -> key.isGoodAt(now));
    }

    private boolean isOfTheOperator(String text) {
        return adminKey.filter(key -> key.is(text)).isPresent();
    }

    private static String name(byte[] digest) {
        return HexFormat.of().formatHex(digest);
    }

    /** To be called when one was revoked, which holds here at once and elsewhere within seconds. */
    void forget() {
        remembered.invalidateAll();
    }

    private Optional<ApiKey> looked(byte[] digest, Instant now) {
        Optional<ApiKey> found = keys.find(digest);
        found.filter(key -> key.isGoodAt(now)
                        && key.lastUsedAt()
                                .filter(used -> used.isAfter(now.minus(USE_IS_NOTED_EVERY)))
                                .isEmpty())
                .ifPresent(key -> keys.used(key.id(), now));
        return found;
    }

    private static ApiKey ofTheOperator(Instant now) {
        return new ApiKey(
                new UUID(0, 0),
                "of the operator",
                "",
                Set.of(Scopes.ADMIN),
                Optional.empty(),
                now,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}

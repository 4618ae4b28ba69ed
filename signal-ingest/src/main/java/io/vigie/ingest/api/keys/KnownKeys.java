package io.vigie.ingest.api.keys;

import io.quarkus.runtime.Startup;
import io.vigie.ingest.IngestSettings;
import io.vigie.ingest.access.ApiKey;
import io.vigie.ingest.access.KeyBook;
import io.vigie.ingest.access.KeyText;
import io.vigie.ingest.access.Scopes;
import io.vigie.ingest.access.Secret;
import io.vigie.ingest.store.ApiKeys;
import jakarta.enterprise.context.ApplicationScoped;
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
    private final ApiKeys keys;
    private final KeyBook book;
    private final InstantSource clock;
    private final Optional<Secret> adminKey;

    KnownKeys(ApiKeys keys, InstantSource clock, IngestSettings settings) {
        this.keys = keys;
        this.book = new KeyBook(keys::byDigest, System::nanoTime);
        this.clock = clock;
        this.adminKey = settings.adminKey().map(KeyText::checked).map(Secret::of);
    }

    /** Empty for one that is not, or no longer, good; may ask the database. */
    Optional<ApiKey> behind(String text) {
        Instant now = clock.instant();
        if (isOfTheOperator(text)) {
            return Optional.of(ofTheOperator(now));
        }
        if (!KeyText.isShaped(text)) {
            return Optional.empty();
        }
        String digest = digest(text);
        Optional<ApiKey> good = book.find(digest).filter(key -> key.isGoodAt(now));
        // hundreds who begin at once would all wait to write the same row, and for connections, in vain
        good.filter(key -> key.isUseDue(now) && book.change(digest, key, key.usedAt(now)))
                .ifPresent(key -> keys.used(key.id(), now));
        return good;
    }

    /** One that is remembered as good, without asking the database; empty for any other. */
    Optional<ApiKey> remembered(String text) {
        Instant now = clock.instant();
        return isOfTheOperator(text)
                ? Optional.of(ofTheOperator(now))
                : book.remembered(digest(text)).filter(key -> key.isGoodAt(now) && !key.isUseDue(now));
    }

    /** To be called when one was given out or revoked, which holds here at once and elsewhere within seconds. */
    void forget() {
        book.forget();
    }

    private boolean isOfTheOperator(String text) {
        return adminKey.filter(key -> key.is(text)).isPresent();
    }

    private static String digest(String text) {
        return HexFormat.of().formatHex(KeyText.digest(text));
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

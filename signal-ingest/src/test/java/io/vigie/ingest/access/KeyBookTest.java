package io.vigie.ingest.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class KeyBookTest {
    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE);
    private final Map<String, ApiKey> database = new HashMap<>(Map.of("crm", key("crm")));
    private boolean away;
    private int asked;
    private final KeyBook book = new KeyBook(this::read, nanos::get);

    @Test
    void howeverManyMadeUpKeysAreShownTheDatabaseIsAskedOnceASecond() {
        for (int shown = 0; shown < 1_000; shown++) {
            assertThat(book.find("made up " + shown)).isEmpty();
            assertThat(book.find("crm")).isPresent();
        }
        assertThat(asked).isEqualTo(1);

        passes(Duration.ofSeconds(1));
        assertThat(book.find("made up")).isEmpty();
        assertThat(asked).isEqualTo(2);
    }

    @Test
    void aKeyThatIsGivenOutOrRevokedElsewhereIsSoHereWithinSeconds() {
        book.find("crm");
        database.put("new", key("new"));
        database.remove("crm");

        passes(Duration.ofSeconds(1));
        assertThat(book.find("new")).isPresent();
        assertThat(book.remembered("crm")).isEmpty();
    }

    @Test
    void whatIsForgottenIsReadAtOnce() {
        book.find("crm");
        database.remove("crm");
        book.forget();

        assertThat(book.remembered("crm")).isEmpty();
        assertThat(book.find("crm")).isEmpty();
    }

    @Test
    void aDatabaseThatIsAwayIsNotAskedByEverybody() {
        book.find("crm");
        away = true;

        passes(Duration.ofSeconds(4));
        assertThat(book.find("crm")).isPresent();
        passes(Duration.ofSeconds(1));
        for (int shown = 0; shown < 10; shown++) {
            assertThatThrownBy(() -> book.find("crm")).hasMessage("away");
        }
        assertThat(asked).isEqualTo(2);
        away = false;
        passes(Duration.ofSeconds(1));
        assertThat(book.find("crm")).isPresent();
    }

    @Test
    void ofAllWhoBeginToUseAKeyAtOnceOneNotesIt() {
        ApiKey unused = book.find("crm").orElseThrow();
        ApiKey used = unused.usedAt(Instant.EPOCH);

        assertThat(book.change("crm", unused, used)).isTrue();
        assertThat(book.change("crm", unused, used)).isFalse();

        assertThat(book.find("crm")).contains(used);
    }

    private void passes(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    private Map<String, ApiKey> read() {
        asked++;
        if (away) {
            throw new IllegalStateException("away");
        }
        return database;
    }

    private static ApiKey key(String name) {
        return new ApiKey(
                UUID.randomUUID(),
                name,
                "",
                Set.of(Scopes.SIGNALS),
                Optional.empty(),
                Instant.EPOCH,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}

package io.vigie.ingest.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.ingest.store.LastContacts.Contact;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

class KnownDaysTest {
    private static final Instant NOON = Instant.parse("2026-01-31T12:00:00Z");

    private final KnownDays known = new KnownDays();

    @Test
    void whoWasHeardOfOnADayIsNoNewsOnThatDayNorBefore() {
        assertThat(known.isNews("C-1", NOON.toString())).isTrue();

        known.kept(List.of(contact(NOON)));

        assertThat(known.isNews("C-1", "2026-01-31T23:59:59Z")).isFalse();
        assertThat(known.isNews("C-1", "2025-12-01T00:00:00Z")).isFalse();
        assertThat(known.isNews("C-1", "2026-02-01T00:00:00Z")).isTrue();
        assertThat(known.isNews("C-2", NOON.toString())).isTrue();
    }

    @Test
    void whatIsWrittenInAnotherWayIsNews() {
        known.kept(List.of(contact(NOON)));

        assertThat(known.isNews("C-1", "2026-01-31T23:59:59+02:00")).isTrue();
        assertThat(known.isNews("C-1", "-001-01-01T00:00:00Z")).isTrue();
    }

    @Test
    void anEarlierDayReplacesNoLaterOne() {
        known.kept(List.of(contact(NOON), contact(NOON.minusSeconds(1_000_000))));

        assertThat(known.isNews("C-1", "2026-01-30T00:00:00Z")).isFalse();
    }

    @Test
    void anEndOfAContractIsToldOnAnyDay() {
        known.kept(List.of(contact(NOON)));

        assertThat(ContactReader.read(record("order.placed"), known)).isEmpty();
        assertThat(ContactReader.read(record("contract.cancelled"), known))
                .contains(new Contact("C-1", NOON, Optional.of(NOON), Optional.empty()));
        assertThat(ContactReader.read(record("vigie.tick"), new KnownDays())).isEmpty();
    }

    private static ConsumerRecord<String, String> record(String type) {
        ConsumerRecord<String, String> record = new ConsumerRecord<>("t", 0, 0, "C-1", "");
        record.headers().add("ce_type", type.getBytes(StandardCharsets.UTF_8));
        record.headers().add("ce_time", NOON.toString().getBytes(StandardCharsets.UTF_8));
        return record;
    }

    private static Contact contact(Instant at) {
        return new Contact("C-1", at, Optional.empty(), Optional.empty());
    }
}

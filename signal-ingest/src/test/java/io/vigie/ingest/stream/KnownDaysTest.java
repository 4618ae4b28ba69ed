package io.vigie.ingest.stream;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.vigie.ingest.store.ContractTold;
import io.vigie.ingest.store.LastContacts.Contact;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
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

        assertThat(ContactReader.read(record("order.placed", "{}"), known)).isEmpty();
        assertThat(ContactReader.read(record("account.closed", "{}"), known))
                .contains(new Contact("C-1", NOON, Optional.of(NOON), Optional.empty(), Optional.empty()));
        assertThat(ContactReader.read(record("vigie.tick", "{}"), new KnownDays()))
                .isEmpty();
    }

    @Test
    void whatIsToldOfAContractIsToldOfThatOneAlone() {
        assertThat(told("contract.started", "{'contract':'K-1','renewal':'explicit','end':'2027-01-31T00:00:00Z'}"))
                .isEqualTo(new ContractTold(
                        "C-1",
                        "K-1",
                        Optional.of(NOON),
                        Optional.of("explicit"),
                        Optional.of(Instant.parse("2027-01-31T00:00:00Z")),
                        Optional.empty()));
        assertThat(told("contract.cancelled", "{'contract':'K-1','end':'2027-01-31T00:00:00Z'}"))
                .isEqualTo(new ContractTold(
                        "C-1", "K-1", Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(NOON)));
        assertThat(ContactReader.read(record("contract.cancelled", "{'contract':'K-1'}"), known)
                        .flatMap(Contact::ended))
                .as("the others go on")
                .isEmpty();
        assertThat(ContactReader.read(record("contract.cancelled", "no json"), known)
                        .flatMap(Contact::ended))
                .as("of which contract nobody can tell")
                .contains(NOON);
    }

    @Test
    void ofSeveralBeginningsTheLatestSaysHowAContractGoesOn() {
        ContractTold started = told("contract.started", "{'contract':'K','renewal':'explicit'}");
        ContractTold renewed = new ContractTold(
                "C-1", "K", Optional.of(NOON.plusSeconds(1)), Optional.empty(), Optional.of(NOON), Optional.empty());

        for (ContractTold both : List.of(started.and(renewed), renewed.and(started))) {
            assertThat(both.begun()).isEqualTo(renewed.begun());
            assertThat(both.end()).isEqualTo(renewed.end());
            assertThat(both.renewal()).hasValue("explicit");
        }
    }

    private ContractTold told(String type, String data) {
        return ContactReader.read(record(type, data), known)
                .flatMap(Contact::contract)
                .orElseThrow();
    }

    private static ConsumerRecord<String, JsonNode> record(String type, String data) {
        RecordHeaders headers = new RecordHeaders();
        headers.add("ce_type", type.getBytes(StandardCharsets.UTF_8));
        headers.add("ce_time", NOON.toString().getBytes(StandardCharsets.UTF_8));
        JsonNode terms = new ContractTerms()
                .deserialize(
                        "t", headers, ByteBuffer.wrap(data.replace('\'', '"').getBytes(StandardCharsets.UTF_8)));
        ConsumerRecord<String, JsonNode> record = new ConsumerRecord<>("t", 0, 0, "C-1", terms);
        headers.forEach(record.headers()::add);
        return record;
    }

    private static Contact contact(Instant at) {
        return new Contact("C-1", at, Optional.empty(), Optional.empty(), Optional.empty());
    }
}

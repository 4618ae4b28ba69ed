package io.vigie.ingest.stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.vigie.events.wire.EventType;
import io.vigie.ingest.intake.Times;
import io.vigie.ingest.store.ContractTold;
import io.vigie.ingest.store.LastContacts.Contact;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** What a record tells of when a customer was heard of or spoken to, and of their contracts. */
final class ContactReader {
    private static final String OURS = "vigie.";
    private static final String CLOSED = "account.closed";
    private static final String RETURNED = "customer.returned";

    private ContactReader() {}

    /**
     * @param record with what it says of a contract as its value; of others a missing node or nothing
     */
    static Optional<Contact> read(ConsumerRecord<String, JsonNode> record, KnownDays known) {
        String type = header(record.headers(), "ce_type").orElse(OURS);
        boolean contact = !type.startsWith(OURS) || type.equals(EventType.TASK_COMPLETED.name());
        boolean turning = type.equals(CLOSED) || type.equals(RETURNED) || ContractTerms.areIn(type);
        return contact && record.key() != null
                ? header(record.headers(), "ce_time")
                        .filter(time -> turning || known.isNews(record.key(), time))
                        .flatMap(ContactReader::instant)
                        .map(at -> contact(record, type, at))
                : Optional.empty();
    }

    private static Contact contact(ConsumerRecord<String, JsonNode> record, String type, Instant at) {
        Optional<Instant> then = Optional.of(at);
        Optional<ContractTold> told = then.filter(_ -> ContractTerms.areIn(type))
                .map(_ -> told(record.key(), type, at, terms(record.value())));
        boolean endsAll = told.filter(contract ->
                        contract.contract().isBlank() && contract.ended().isPresent())
                .isPresent();
        return new Contact(
                record.key(),
                at,
                then.filter(_ -> type.equals(CLOSED) || endsAll),
                then.filter(_ -> type.equals(RETURNED)),
                told);
    }

    private static ContractTold told(String customer, String type, Instant at, JsonNode terms) {
        boolean begins = ContractTerms.BEGINNINGS.contains(type);
        return new ContractTold(
                customer,
                terms.path("contract").asText(""),
                Optional.of(at).filter(_ -> begins),
                text(terms, "renewal").filter(_ -> begins),
                text(terms, "end")
                        .filter(_ -> begins)
                        .flatMap(ContactReader::instant)
                        .filter(Times::canBeMeant),
                Optional.of(at).filter(_ -> !begins));
    }

    private static JsonNode terms(@Nullable JsonNode value) {
        return value == null ? MissingNode.getInstance() : value;
    }

    private static Optional<String> text(JsonNode terms, String name) {
        return Optional.ofNullable(terms.path(name).textValue());
    }

    static Optional<String> header(Headers headers, String name) {
        return Optional.ofNullable(headers.lastHeader(name))
                .map(Header::value)
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }

    private static Optional<Instant> instant(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}

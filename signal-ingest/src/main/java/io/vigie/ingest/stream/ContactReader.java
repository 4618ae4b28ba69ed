package io.vigie.ingest.stream;

import io.vigie.events.wire.EventType;
import io.vigie.ingest.store.LastContacts.Contact;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/** What the headers of a record tell of when a customer was heard of or spoken to. */
final class ContactReader {
    private static final String OURS = "vigie.";
    private static final Set<String> ENDS = Set.of("contract.cancelled", "account.closed");
    private static final Set<String> BEGINNINGS = Set.of("contract.started", "contract.renewed", "customer.returned");

    private ContactReader() {}

    static Optional<Contact> read(ConsumerRecord<String, ?> record, KnownDays known) {
        String type = header(record, "ce_type").orElse(OURS);
        boolean contact = !type.startsWith(OURS) || type.equals(EventType.TASK_COMPLETED.name());
        boolean turning = ENDS.contains(type) || BEGINNINGS.contains(type);
        return contact && record.key() != null
                ? header(record, "ce_time")
                        .filter(time -> turning || known.isNews(record.key(), time))
                        .flatMap(ContactReader::instant)
                        .map(at -> new Contact(
                                record.key(),
                                at,
                                Optional.of(at).filter(_ -> ENDS.contains(type)),
                                Optional.of(at).filter(_ -> BEGINNINGS.contains(type))))
                : Optional.empty();
    }

    private static Optional<String> header(ConsumerRecord<String, ?> record, String name) {
        return Optional.ofNullable(record.headers().lastHeader(name))
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

package io.vigie.ingest.stream;

import io.quarkus.logging.Log;
import io.smallrye.reactive.messaging.annotations.Blocking;
import io.vigie.events.wire.EventType;
import io.vigie.ingest.store.LastContacts;
import io.vigie.ingest.store.LastContacts.Contact;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.header.Header;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * Notes from the topics when customers were last heard of or spoken to, away from where signals are taken in; the
 * headers tell all of it.
 */
@ApplicationScoped
class ContactInbox {
    private static final int FOR_EVER = -1;
    private static final String OURS = "vigie.";
    private static final Set<String> ENDS = Set.of("contract.cancelled", "account.closed");
    private static final Set<String> BEGINNINGS = Set.of("contract.started", "contract.renewed", "customer.returned");

    private final LastContacts contacts;
    private final Erasures erasures;

    ContactInbox(LastContacts contacts, Erasures erasures) {
        this.contacts = contacts;
        this.erasures = erasures;
    }

    @Incoming("contacts")
    @Blocking
    @Retry(maxRetries = FOR_EVER, maxDuration = 0, delay = 1, delayUnit = ChronoUnit.SECONDS)
    void contacts(ConsumerRecords<String, byte[]> batch) {
        List<Contact> found = StreamSupport.stream(batch.spliterator(), false)
                .flatMap(record -> read(record).stream())
                .filter(contact -> !erasures.since(contact.customer(), contact.at()))
                .toList();
        try {
            contacts.keep(found);
        } catch (RuntimeException trouble) {
            Log.warnf("%d contacts are not noted yet: %s", found.size(), trouble.getMessage());
            throw trouble;
        }
    }

    static Optional<Contact> read(ConsumerRecord<String, byte[]> record) {
        String type = header(record, "ce_type").orElse(OURS);
        boolean contact = !type.startsWith(OURS) || type.equals(EventType.TASK_COMPLETED.name());
        return contact && record.key() != null
                ? header(record, "ce_time")
                        .flatMap(ContactInbox::instant)
                        .map(at -> new Contact(
                                record.key(),
                                at,
                                Optional.of(at).filter(_ -> ENDS.contains(type)),
                                Optional.of(at).filter(_ -> BEGINNINGS.contains(type))))
                : Optional.empty();
    }

    private static Optional<String> header(ConsumerRecord<String, byte[]> record, String name) {
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

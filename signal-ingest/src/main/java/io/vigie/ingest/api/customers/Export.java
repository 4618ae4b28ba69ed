package io.vigie.ingest.api.customers;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import io.vigie.events.EventJson;
import io.vigie.events.customer.Customer;
import io.vigie.events.wire.Event;
import io.vigie.events.wire.Topic;
import io.vigie.ingest.intake.Wishes;
import io.vigie.ingest.store.Aliases;
import io.vigie.ingest.store.CustomerFile;
import io.vigie.ingest.store.LastContacts;
import io.vigie.ingest.store.Lookups;
import io.vigie.ingest.store.Quarantine;
import io.vigie.ingest.store.Quarantined;
import io.vigie.ingest.store.RefusedRows;
import io.vigie.ingest.stream.CustomerEvents;
import io.vigie.ingest.stream.Keyring;
import io.vigie.privacy.CustomerCipher;
import io.vigie.privacy.Enciphering;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Gives everything held on a customer (GDPR 15 and 20), written as it is read. */
@ApplicationScoped
class Export {
    private static final List<Topic> TELLING = List.of(Topic.SIGNALS, Topic.CUSTOMERS, Topic.RISK, Topic.RETENTION);

    private final CustomerRecords records;
    private final CustomerFile file;
    private final Aliases aliases;
    private final Quarantine quarantine;
    private final LastContacts contacts;
    private final RefusedRows rows;
    private final Lookups lookups;
    private final CustomerEvents events;
    private final Keyring keyring;
    private final InstantSource clock;

    Export(
            CustomerRecords records,
            CustomerFile file,
            Aliases aliases,
            Quarantine quarantine,
            LastContacts contacts,
            RefusedRows rows,
            Lookups lookups,
            CustomerEvents events,
            Keyring keyring,
            InstantSource clock) {
        this.records = records;
        this.file = file;
        this.aliases = aliases;
        this.quarantine = quarantine;
        this.contacts = contacts;
        this.rows = rows;
        this.lookups = lookups;
        this.events = events;
        this.keyring = keyring;
        this.clock = clock;
    }

    /** Of somebody of whom nothing is held it says so. */
    StreamingOutput of(String id) {
        Optional<CustomerCipher> cipher = keyring.find(id);
        Filed filed = new Filed(
                id,
                clock.instant(),
                records.find(id),
                file.wishesOf(id),
                aliases.of(id),
                contacts.of(id),
                quarantine.of(id).stream().map(Export::refused).toList(),
                rows.of(id).stream()
                        .map(row -> new String(row.raw(), StandardCharsets.UTF_8))
                        .toList(),
                lookups.of(id));
        return out -> write(filed, cipher, out);
    }

    private void write(Filed filed, Optional<CustomerCipher> cipher, OutputStream out) throws IOException {
        try (JsonGenerator json = EventJson.mapper().getFactory().createGenerator(out)) {
            json.writeStartObject();
            json.writeStringField("customer", filed.customer());
            json.writeStringField("exportedAt", filed.exportedAt().toString());
            json.writePOJOField("record", filed.record());
            json.writePOJOField("wishes", filed.wishes());
            json.writePOJOField("aliases", filed.aliases());
            json.writePOJOField("lastContact", filed.lastContact());
            json.writePOJOField("refused", filed.refused());
            json.writePOJOField("refusedRows", filed.refusedRows());
            json.writePOJOField("lookups", filed.lookups());
            json.writeObjectFieldStart("events");
            for (Topic topic : TELLING) {
                json.writeArrayFieldStart(topic.word());
                events.each(filed.customer(), topic, event -> write(event, cipher, json));
                json.writeEndArray();
            }
            json.writeEndObject();
            json.writeEndObject();
        }
    }

    private static void write(Event<?> event, Optional<CustomerCipher> cipher, JsonGenerator json) {
        JsonNode data = Enciphering.deciphered(EventJson.mapper().valueToTree(event.data()), cipher);
        try {
            json.writePOJO(new Told(
                    event.type(),
                    event.id(),
                    event.source(),
                    event.time(),
                    event.receivedAt(),
                    event.causedBy(),
                    data));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Kept refused(Quarantined what) {
        return new Kept(what.at(), what.source(), what.reason(), new String(what.current(), StandardCharsets.UTF_8));
    }

    /** An event as it can be read. */
    private record Told(
            String type,
            String id,
            String source,
            Instant time,
            Optional<Instant> receivedAt,
            Optional<String> causedBy,
            JsonNode data) {}

    /** What the database has of them, read before anything is answered. */
    private record Filed(
            String customer,
            Instant exportedAt,
            Optional<Customer> record,
            Wishes wishes,
            List<String> aliases,
            Optional<LocalDate> lastContact,
            List<Kept> refused,
            List<String> refusedRows,
            List<Map<String, Object>> lookups) {}

    private record Kept(Instant at, String source, String reason, String raw) {}
}

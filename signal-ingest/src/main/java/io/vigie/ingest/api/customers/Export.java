package io.vigie.ingest.api.customers;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import io.vigie.events.EventJson;
import io.vigie.events.wire.Event;
import io.vigie.events.wire.Topic;
import io.vigie.ingest.api.customers.Holdings.Held;
import io.vigie.ingest.stream.CustomerEvents;
import io.vigie.ingest.stream.Keyring;
import io.vigie.privacy.CustomerCipher;
import io.vigie.privacy.Enciphering;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Gives everything held on a customer (GDPR 15 and 20), written as it is read. */
@ApplicationScoped
class Export {
    private static final List<Topic> TELLING = List.of(Topic.SIGNALS, Topic.CUSTOMERS, Topic.RISK, Topic.RETENTION);

    private final Holdings holdings;
    private final CustomerEvents events;
    private final Keyring keyring;

    Export(Holdings holdings, CustomerEvents events, Keyring keyring) {
        this.holdings = holdings;
        this.events = events;
        this.keyring = keyring;
    }

    /** Of somebody of whom nothing is held it says so. */
    StreamingOutput of(String id) {
        Optional<CustomerCipher> cipher = keyring.find(id);
        Held held = holdings.of(id);
        return out -> write(held, cipher, out);
    }

    private void write(Held held, Optional<CustomerCipher> cipher, OutputStream out) throws IOException {
        try (JsonGenerator json = EventJson.mapper().getFactory().createGenerator(out)) {
            json.writeStartObject();
            json.writeStringField("customer", held.customer());
            json.writeStringField("exportedAt", held.exportedAt().toString());
            json.writePOJOField("record", held.record());
            json.writePOJOField("wishes", held.wishes());
            json.writePOJOField("aliases", held.aliases());
            json.writePOJOField("lastContact", held.lastContact());
            json.writePOJOField("contracts", held.contracts());
            json.writePOJOField("refused", held.refused());
            json.writePOJOField("refusedRows", held.refusedRows());
            json.writePOJOField("lookups", held.lookups());
            json.writeObjectFieldStart("events");
            for (Topic topic : TELLING) {
                json.writeArrayFieldStart(topic.word());
                events.each(held.customer(), topic, event -> write(event, cipher, json));
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

    /** An event as it can be read. */
    private record Told(
            String type,
            String id,
            String source,
            Instant time,
            Optional<Instant> receivedAt,
            Optional<String> causedBy,
            JsonNode data) {}
}

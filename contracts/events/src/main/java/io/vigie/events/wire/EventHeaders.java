package io.vigie.events.wire;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.header.internals.RecordHeaders;

/**
 * An event's attributes as CloudEvents' Kafka binding has them in binary mode (§3.2).
 *
 * <p>Own code because the SDK builds an event, parses its addresses and formats its times anew for each record, which
 * takes longer than sending it.
 */
final class EventHeaders {
    private static final Header VERSION = header("ce_specversion", "1.0");
    private static final Header JSON = header("content-type", "application/json");
    private static final String SOURCE = "ce_source";
    private static final String CAUSED_BY = "ce_" + EventCodec.CAUSED_BY;
    private static final String RECEIVED_AT = "ce_" + EventCodec.RECEIVED_AT;
    /** A catalogue's types are few; should somebody make up more, theirs are made anew. */
    private static final int MOST_TYPES = 1_000;

    private static final Map<String, OfType> TYPES = new ConcurrentHashMap<>();
    /** Nearly all events of a batch come from one source. */
    private static volatile Source lastSource = new Source("/", header(SOURCE, "/"));
    /** The events of a batch were all received at once. */
    private static volatile Received lastReceived =
            new Received(Instant.EPOCH, header(RECEIVED_AT, Instant.EPOCH.toString()));

    private EventHeaders() {}

    /**
     * @throws MalformedEvent when CloudEvents cannot say it: a source that is no URI reference, text that is no Unicode
     */
    static Headers of(Event<?> event) {
        OfType type = OfType.named(event.type());
        RecordHeaders headers = new RecordHeaders();
        headers.add(VERSION);
        headers.add(header("ce_id", AttributeText.unicode("id", event.id())));
        headers.add(source(event.source()));
        headers.add(header("ce_subject", AttributeText.unicode("subject", event.subject())));
        headers.add(type.schema());
        headers.add(JSON);
        event.causedBy().ifPresent(id -> headers.add(header(CAUSED_BY, AttributeText.unicode("causedby", id))));
        event.receivedAt().ifPresent(at -> headers.add(receivedAt(at)));
        // what is looked for by name stands last, where Kafka begins to look
        headers.add(type.name());
        headers.add(header("ce_time", InstantText.of(event.time())));
        return headers;
    }

    private static Header source(String name) {
        Source last = lastSource;
        if (!last.name().equals(name)) {
            last = new Source(name, header(SOURCE, AttributeText.reference("source", name)));
            lastSource = last;
        }
        return last.header();
    }

    private static Header receivedAt(Instant at) {
        Received last = lastReceived;
        if (!last.at().equals(at)) {
            last = new Received(at, header(RECEIVED_AT, InstantText.of(at)));
            lastReceived = last;
        }
        return last.header();
    }

    private static Header header(String name, String text) {
        return new RecordHeader(name, text.getBytes(StandardCharsets.UTF_8));
    }

    private record Source(String name, Header header) {}

    private record Received(Instant at, Header header) {}

    /** What is the same of all events of a type. */
    private record OfType(Header name, Header schema) {
        static OfType named(String type) {
            OfType known = TYPES.get(type);
            if (known != null) {
                return known;
            }
            OfType made = new OfType(
                    header("ce_type", AttributeText.unicode("type", type)),
                    header("ce_dataschema", AttributeText.reference("type", "urn:vigie:schema:" + type + ":1")));
            if (TYPES.size() < MOST_TYPES) {
                TYPES.put(type, made);
            }
            return made;
        }
    }
}

package io.vigie.events.wire;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/**
 * An event's attributes as CloudEvents' Kafka binding has them in binary mode (§3.2).
 *
 * <p>Own code because the SDK builds an event, parses its addresses and formats its times anew for each record, which
 * takes longer than sending it.
 */
final class EventHeaders {
    private static final String PREFIX = "ce_";
    private static final byte[] VERSION = bytes("1.0");
    private static final byte[] JSON = bytes("application/json");

    private EventHeaders() {}

    /**
     * @throws MalformedEvent when CloudEvents cannot say it: a source that is no URI reference, text that is no Unicode
     */
    static Headers of(Event<?> event) {
        RecordHeaders headers = new RecordHeaders();
        headers.add(PREFIX + "specversion", VERSION);
        add(headers, "id", AttributeText.unicode("id", event.id()));
        add(headers, "source", AttributeText.reference("source", event.source()));
        add(headers, "type", AttributeText.unicode("type", event.type()));
        add(headers, "subject", AttributeText.unicode("subject", event.subject()));
        add(headers, "time", event.time());
        add(headers, "dataschema", AttributeText.reference("type", "urn:vigie:schema:" + event.type() + ":1"));
        headers.add("content-type", JSON);
        event.causedBy().ifPresent(id -> add(headers, EventCodec.CAUSED_BY, AttributeText.unicode("causedby", id)));
        event.receivedAt().ifPresent(at -> add(headers, EventCodec.RECEIVED_AT, at));
        return headers;
    }

    private static void add(Headers headers, String attribute, Instant at) {
        add(headers, attribute, at.toString());
    }

    private static void add(Headers headers, String attribute, String text) {
        headers.add(PREFIX + attribute, bytes(text));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

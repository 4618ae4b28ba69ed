package io.vigie.events.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vigie.events.EventJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/** A Kafka record as text that people can read, and back. */
final class SampleFile {
    private static final Path FOLDER = Path.of("src/test/resources/samples");

    private SampleFile() {}

    static GoldenFile of(EventType<?> type) {
        return named(type.name());
    }

    static GoldenFile named(String name) {
        return new GoldenFile(FOLDER.resolve(name + ".json"));
    }

    static JsonNode text(ProducerRecord<String, byte[]> record) {
        ObjectNode text = EventJson.mapper().createObjectNode();
        text.put("key", record.key());
        Map<String, String> headers = new TreeMap<>();
        for (Header header : record.headers()) {
            headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8));
        }
        text.set("headers", EventJson.mapper().valueToTree(headers));
        text.set("data", json(record.value()));
        return text;
    }

    static Event<?> event(JsonNode text) {
        Headers headers = new RecordHeaders();
        for (Map.Entry<String, JsonNode> header : text.path("headers").properties()) {
            headers.add(header.getKey(), header.getValue().textValue().getBytes(StandardCharsets.UTF_8));
        }
        return EventCodec.read(
                text.path("key").textValue(),
                headers,
                text.path("data").toString().getBytes(StandardCharsets.UTF_8));
    }

    private static JsonNode json(byte[] bytes) {
        try {
            return EventJson.mapper().readTree(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

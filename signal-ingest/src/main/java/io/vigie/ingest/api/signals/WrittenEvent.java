package io.vigie.ingest.api.signals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;

/** Writes an event of a batch again so that it reads the same. */
final class WrittenEvent {
    private static final ObjectWriter ESCAPED = JsonMapper.builder()
            .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
            .build()
            .writer();

    private WrittenEvent() {}

    /** Half a surrogate pair stays escaped, since a question mark in its place would be taken for good later. */
    static byte[] bytes(JsonNode event) {
        String text = event.toString();
        try {
            return (StandardCharsets.UTF_8.newEncoder().canEncode(text) ? text : ESCAPED.writeValueAsString(event))
                    .getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}

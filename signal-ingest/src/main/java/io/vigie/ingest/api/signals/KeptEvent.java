package io.vigie.ingest.api.signals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cloudevents.jackson.JsonFormat;
import io.vigie.ingest.api.answers.Json;
import io.vigie.ingest.intake.Decision;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * A refused event in one piece: attributes that came as headers go into one JSON object with the data, since a body
 * alone could not be mended and sent again.
 */
@SuppressWarnings("ArrayRecordComponent") // the bytes are passed on, never compared
record KeptEvent(String contentType, byte[] raw) {
    private static final String PREFIX = "ce-";

    static KeptEvent of(CloudEventReading reading) {
        return reading.headers().isEmpty()
                ? new KeptEvent(reading.contentType(), reading.raw().get())
                : new KeptEvent(
                        JsonFormat.CONTENT_TYPE,
                        inOnePiece(reading.headers(), reading.raw().get()));
    }

    private static byte[] inOnePiece(Map<String, String> headers, byte[] body) {
        ObjectNode event = JsonNodeFactory.instance.objectNode();
        headers.forEach((name, value) -> {
            if (name.startsWith(PREFIX)) {
                event.put(name.substring(PREFIX.length()), value);
            }
        });
        switch (Json.read(body)) {
            case Decision.Accepted<JsonNode>(JsonNode data) -> event.set("data", data);
            case Decision.Declined<JsonNode> _ -> event.put("data_base64", body);
        }
        return event.toString().getBytes(StandardCharsets.UTF_8);
    }
}

package io.vigie.ingest.api.signals;

import com.fasterxml.jackson.databind.JsonNode;
import io.vigie.ingest.api.answers.Json;
import io.vigie.ingest.intake.Decision;
import io.vigie.ingest.intake.Reason;
import io.vigie.ingest.intake.Refusal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.StreamSupport;

/** What a request to {@code /signals} carries, by its content type. */
sealed interface SignalRequest {
    String STRUCTURED = "application/cloudevents+json";
    String BATCH = "application/cloudevents-batch+json";
    String JSON = "application/json";

    /** One event, or something that not even one could be read from. */
    record Single(CloudEventReading event) implements SignalRequest {}

    record Batch(List<CloudEventReading> events) implements SignalRequest {}

    /**
     * @param headers by lower-case name
     */
    static SignalRequest read(Map<String, String> headers, byte[] body) {
        String contentType = headers.getOrDefault("content-type", "");
        String mediaType = contentType.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT);
        if (headers.containsKey("content-encoding")) {
            return unsupported("Content-Encoding is not taken here: send the body as it is", contentType, body);
        }
        return switch (mediaType) {
            case STRUCTURED -> new Single(CloudEventReader.structured(body));
            case BATCH -> batch(body);
            case String type
            when isJson(type) && headers.containsKey("ce-specversion") ->
                new Single(CloudEventReader.binary(headers, body));
            default ->
                unsupported(
                        "send " + STRUCTURED + ", " + BATCH + ", or " + JSON
                                + " with the event's attributes in ce- headers (ce-specversion: 1.0)",
                        contentType,
                        body);
        };
    }

    private static SignalRequest batch(byte[] body) {
        return PlainBatch.read(body).<SignalRequest>map(Batch::new).orElseGet(() -> anyBatch(body));
    }

    private static SignalRequest anyBatch(byte[] body) {
        return switch (Json.read(body)) {
            case Decision.Accepted<JsonNode>(JsonNode events)
            when events.isArray() ->
                new Batch(StreamSupport.stream(events.spliterator(), false)
                        .map(CloudEventReader::structured)
                        .toList());
            case Decision.Accepted<JsonNode> _ ->
                new Single(CloudEventReading.unreadable(
                        Reason.MALFORMED_EVENT.because("a batch is a JSON array of events"), BATCH, body));
            case Decision.Declined<JsonNode>(Refusal why) -> new Single(CloudEventReading.unreadable(why, BATCH, body));
        };
    }

    private static SignalRequest unsupported(String detail, String contentType, byte[] body) {
        return new Single(
                CloudEventReading.unreadable(Reason.UNSUPPORTED_CONTENT_TYPE.because(detail), contentType, body));
    }

    private static boolean isJson(String type) {
        return type.equals(JSON) || (type.startsWith("application/") && type.endsWith("+json"));
    }
}

package io.vigie.ingest.api.signals;

import static io.vigie.ingest.intake.Decision.accept;
import static io.vigie.ingest.intake.Decision.decline;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.cloudevents.CloudEvent;
import io.cloudevents.core.message.MessageReader;
import io.cloudevents.http.HttpMessageFactory;
import io.cloudevents.jackson.JsonFormat;
import io.cloudevents.rw.CloudEventRWException;
import io.vigie.ingest.api.answers.Json;
import io.vigie.ingest.intake.Candidate;
import io.vigie.ingest.intake.Decision;
import io.vigie.ingest.intake.Reason;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Reads CloudEvents as HTTP carries them, and says of a wrong one as much as can be known. */
final class CloudEventReader {
    private static final ObjectReader EVENTS = new ObjectMapper()
            .registerModule(JsonFormat.getCloudEventJacksonModule())
            .readerFor(CloudEvent.class);

    private CloudEventReader() {}

    /**
     * An event in {@code ce-*} headers with its data as the body.
     *
     * @param headers by lower-case name
     */
    static CloudEventReading binary(Map<String, String> headers, byte[] body) {
        Function<String, Optional<String>> attribute = name -> Optional.ofNullable(headers.get("ce-" + name));
        Decision<Candidate> said = Json.read(body)
                .then(data -> event(attribute, data, () -> {
                    MessageReader reader = HttpMessageFactory.createReader(headers, body);
                    return timeOf(reader.toEvent());
                }));
        return new CloudEventReading(said, attribute, headers.getOrDefault("content-type", ""), headers, () -> body);
    }

    /** An event that is one JSON object. */
    static CloudEventReading structured(byte[] body) {
        return switch (Json.read(body)) {
            case Decision.Accepted<JsonNode>(JsonNode event) -> structured(event, () -> body);
            case Decision.Declined<JsonNode>(var why) ->
                CloudEventReading.unreadable(why, JsonFormat.CONTENT_TYPE, body);
        };
    }

    /** An event of a batch: nobody has its own bytes, but they can be written. */
    static CloudEventReading structured(JsonNode event) {
        return structured(event, () -> WrittenEvent.bytes(event));
    }

    private static CloudEventReading structured(JsonNode event, Supplier<byte[]> bytes) {
        Function<String, Optional<String>> attribute = name ->
                Optional.ofNullable(event.get(name)).filter(JsonNode::isTextual).map(JsonNode::textValue);
        Decision<Candidate> said = event.isObject()
                ? data(event)
                        .then(data -> event(attribute, data, () -> PlainEvent.of(event)
                                .map(PlainEvent::time)
                                .orElseGet(() -> timeOf(parsed(event)))))
                : decline(Reason.MALFORMED_EVENT.because("an event is a JSON object"));
        return new CloudEventReading(said, attribute, JsonFormat.CONTENT_TYPE, Map.of(), bytes);
    }

    /** Checks with the SDK once it has what it insists on; what is missing is told by the intake's own words. */
    private static Decision<Candidate> event(
            Function<String, Optional<String>> attribute, JsonNode data, Supplier<Optional<Instant>> checked) {
        boolean complete = attribute.apply("id").isPresent()
                && attribute.apply("source").isPresent()
                && attribute.apply("type").isPresent();
        if (!complete) {
            return accept(candidate(attribute, Optional.empty(), data));
        }
        try {
            return accept(candidate(attribute, checked.get(), data));
        } catch (CloudEventRWException | UncheckedIOException | IllegalStateException | IllegalArgumentException e) {
            return decline(Reason.MALFORMED_EVENT.because("this is no CloudEvent: " + fault(e)));
        }
    }

    private static Optional<Instant> timeOf(CloudEvent event) {
        return Optional.ofNullable(event.getTime()).map(OffsetDateTime::toInstant);
    }

    /** The tree has been read already: parsing the text twice would cost more than all the rest. */
    private static CloudEvent parsed(JsonNode event) {
        try {
            return EVENTS.readValue(event);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String fault(RuntimeException e) {
        return e.getCause() instanceof JsonProcessingException json ? json.getOriginalMessage() : e.getMessage();
    }

    private static Candidate candidate(
            Function<String, Optional<String>> attribute, Optional<Instant> time, JsonNode data) {
        return new Candidate(
                attribute.apply("id"),
                attribute.apply("source"),
                attribute.apply("type"),
                attribute.apply("subject"),
                time,
                data);
    }

    private static Decision<JsonNode> data(JsonNode event) {
        if (event.hasNonNull("data_base64")) {
            return encoded(event.get("data_base64"));
        }
        return accept(event.has("data") ? event.get("data") : JsonNodeFactory.instance.objectNode());
    }

    /** What is no text is asked for no bytes: a number has none, and would be an error of ours. */
    private static Decision<JsonNode> encoded(JsonNode base64) {
        Decision<JsonNode> unreadable = decline(Reason.MALFORMED_EVENT.because("data_base64 is no base64"));
        try {
            return base64.isTextual() ? Json.read(base64.binaryValue()) : unreadable;
        } catch (IOException e) {
            return unreadable;
        }
    }
}

package io.vigie.ingest.api.signals;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.vigie.ingest.api.answers.Json;
import io.vigie.ingest.intake.Candidate;
import io.vigie.ingest.intake.Times;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads a batch from its bytes event by event, with a tree of nothing but what each carries: one of everything takes as
 * long again to build, and to collect. An event that is not as nearly all are is read by itself as a single one is.
 */
final class PlainBatch {
    private final byte[] body;
    private final JsonParser json;
    private final MappingIterator<JsonNode> parts;
    private @Nullable String id;
    private @Nullable String source;
    private @Nullable String type;
    private @Nullable String subject;
    private @Nullable String time;
    private JsonNode data = JsonNodeFactory.instance.objectNode();
    private boolean versioned;
    private boolean plain = true;

    private PlainBatch(byte[] body, MappingIterator<JsonNode> parts) {
        this.body = body;
        this.json = parts.getParser();
        this.parts = parts;
    }

    /** Empty where it is no array of JSON in UTF-8 without any fault; of that, whoever reads the whole tells what is wrong. */
    static Optional<List<CloudEventReading>> read(byte[] body) {
        try (MappingIterator<JsonNode> parts = Json.parts(body)) {
            JsonParser json = parts.getParser();
            if (json.nextToken() != JsonToken.START_ARRAY) {
                return Optional.empty();
            }
            List<CloudEventReading> events = new ArrayList<>();
            while (json.nextToken() == JsonToken.START_OBJECT) {
                int from = (int) json.currentTokenLocation().getByteOffset();
                PlainBatch event = new PlainBatch(body, parts);
                event.attributes();
                int to = (int) json.currentLocation().getByteOffset();
                if (from < 0 || body[from] != '{' || body[to - 1] != '}') {
                    return Optional.empty();
                }
                events.add(event.reading(from, to));
            }
            boolean whole = json.currentToken() == JsonToken.END_ARRAY && json.nextToken() == null;
            return whole ? Optional.of(events) : Optional.empty();
        } catch (IOException faulty) {
            return Optional.empty();
        }
    }

    private void attributes() throws IOException {
        for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
            JsonToken token = json.nextToken();
            if (name.equals("data")) {
                data = parts.nextValue();
            } else if (token == JsonToken.VALUE_STRING) {
                plain &= take(name, json.getText());
            } else {
                plain = false;
                json.skipChildren();
            }
        }
    }

    /** False of one that only the SDK knows how to read. */
    private boolean take(String name, String text) {
        switch (name) {
            case "id" -> id = text;
            case "source" -> source = text;
            case "type" -> type = text;
            case "subject" -> subject = text;
            case "time" -> time = text;
            case "specversion" -> versioned = text.equals("1.0");
            case "datacontenttype" -> {
                return text.equals("application/json");
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private CloudEventReading reading(int from, int to) {
        return candidate()
                .map(said -> CloudEventReading.plain(said, () -> Arrays.copyOfRange(body, from, to)))
                .orElseGet(() -> CloudEventReader.structured(Arrays.copyOfRange(body, from, to)));
    }

    private Optional<Candidate> candidate() {
        if (!plain || !versioned || id == null || source == null || type == null) {
            return Optional.empty();
        }
        try {
            Optional<Instant> at = Optional.ofNullable(time).map(Times::instant);
            return Optional.of(new Candidate(
                    Optional.of(id), Optional.of(source), Optional.of(type), Optional.ofNullable(subject), at, data));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}

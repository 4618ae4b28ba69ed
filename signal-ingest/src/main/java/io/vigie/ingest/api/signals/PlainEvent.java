package io.vigie.ingest.api.signals;

import com.fasterxml.jackson.databind.JsonNode;
import io.vigie.ingest.intake.Times;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * An event in structured mode as nearly all are written: nothing but text in the attributes that everybody uses, so that
 * the SDK, which builds each event anew, would find no fault with it.
 */
record PlainEvent(Optional<Instant> time) {
    private static final Set<String> TEXTS = Set.of("id", "source", "type", "subject", "time");

    /** Empty for any other, of which the SDK knows what is wrong, if anything. */
    static Optional<PlainEvent> of(JsonNode event) {
        if (!event.has("specversion")) {
            return Optional.empty();
        }
        for (Map.Entry<String, JsonNode> attribute : event.properties()) {
            if (!isPlain(attribute)) {
                return Optional.empty();
            }
        }
        try {
            return Optional.of(new PlainEvent(
                    Optional.ofNullable(event.get("time")).map(time -> Times.instant(time.textValue()))));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static boolean isPlain(Map.Entry<String, JsonNode> attribute) {
        String name = attribute.getKey();
        if (name.equals("data")) {
            return true;
        }
        String text = attribute.getValue().textValue();
        return text != null
                && switch (name) {
                    case "specversion" -> text.equals("1.0");
                    case "datacontenttype" -> text.equals("application/json");
                    default -> TEXTS.contains(name);
                };
    }
}

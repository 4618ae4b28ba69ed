package io.vigie.ingest.intake;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import io.vigie.events.EventJson;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Reads what strangers send as events are read, but for instants: a number may count seconds or milliseconds. */
final class SentJson {
    static final ObjectMapper READER = EventJson.configure(new ObjectMapper())
            .registerModule(new SimpleModule("instants as text").addDeserializer(Instant.class, new InstantAsText()));

    private SentJson() {}

    private static final class InstantAsText extends JsonDeserializer<Instant> {
        @Override
        public @Nullable Instant deserialize(JsonParser from, DeserializationContext context) throws IOException {
            if (!from.hasToken(JsonToken.VALUE_STRING)) {
                return (Instant) context.handleUnexpectedToken(Instant.class, from);
            }
            if (from.getText().isBlank()) {
                return null;
            }
            try {
                return Times.instant(from.getText());
            } catch (DateTimeException e) {
                return (Instant) context.handleWeirdStringValue(Instant.class, from.getText(), "no instant");
            }
        }
    }
}

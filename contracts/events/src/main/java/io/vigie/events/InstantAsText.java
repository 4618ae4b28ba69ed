package io.vigie.events;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import com.fasterxml.jackson.datatype.jsr310.deser.InstantDeserializer;
import io.vigie.events.wire.InstantText;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;

/** Instants written and, where they are as Vigie writes them, read without a formatter. */
final class InstantAsText {
    private InstantAsText() {}

    static SimpleModule module() {
        return new SimpleModule("instants")
                .addSerializer(Instant.class, new Written())
                .addDeserializer(Instant.class, new Read());
    }

    private static final class Written extends StdScalarSerializer<Instant> {
        private static final long serialVersionUID = 1L;

        Written() {
            super(Instant.class);
        }

        @Override
        public void serialize(Instant instant, JsonGenerator into, SerializerProvider provider) throws IOException {
            into.writeString(InstantText.of(instant));
        }
    }

    private static final class Read extends StdScalarDeserializer<Instant> {
        private static final long serialVersionUID = 1L;

        Read() {
            super(Instant.class);
        }

        @Override
        public Instant deserialize(JsonParser from, DeserializationContext context) throws IOException {
            Optional<Instant> plain =
                    from.hasToken(JsonToken.VALUE_STRING) ? InstantText.plain(from.getText()) : Optional.empty();
            return plain.isPresent() ? plain.get() : InstantDeserializer.INSTANT.deserialize(from, context);
        }
    }
}

package io.vigie.scorer.stream;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Instants as a number where that is exact, as text else: most are read and written far more often than looked at. */
final class InstantAsMillis {
    private InstantAsMillis() {}

    static final class Written extends StdScalarSerializer<Instant> {
        private static final long serialVersionUID = 1L;

        Written() {
            super(Instant.class);
        }

        @Override
        public void serialize(Instant instant, JsonGenerator into, SerializerProvider provider) throws IOException {
            if (instant.truncatedTo(ChronoUnit.MILLIS).equals(instant)) {
                into.writeNumber(instant.toEpochMilli());
            } else {
                into.writeString(instant.toString());
            }
        }
    }

    static final class Read extends StdScalarDeserializer<Instant> {
        private static final long serialVersionUID = 1L;

        Read() {
            super(Instant.class);
        }

        @Override
        public Instant deserialize(JsonParser from, DeserializationContext context) throws IOException {
            return from.currentToken().isNumeric()
                    ? Instant.ofEpochMilli(from.getLongValue())
                    : Instant.parse(from.getText());
        }
    }
}

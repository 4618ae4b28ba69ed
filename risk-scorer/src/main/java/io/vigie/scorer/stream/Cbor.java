package io.vigie.scorer.stream;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.AnnotatedClass;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.dataformat.cbor.CBORFactory;
import io.vigie.events.EventJson;
import io.vigie.events.signal.Signal;
import io.vigie.scorer.kept.EntryForm;
import io.vigie.scorer.kept.StandingForm;
import io.vigie.scorer.profile.Entry;
import io.vigie.scorer.watch.Standing;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.jspecify.annotations.Nullable;

/**
 * How what models said lies in the stores, and how standings and entries did before they had a form of their own, in
 * which they are written: records as arrays, without the names of their fields, so a new field is added at the end;
 * instants as milliseconds where that says all. What was written with names is read all the same.
 */
final class Cbor {
    private static final ObjectMapper NAMED = EventJson.configure(new ObjectMapper(new CBORFactory()));
    private static final ObjectMapper ARRAYS = EventJson.configure(new ObjectMapper(new CBORFactory()))
            .setDefaultPropertyInclusion(JsonInclude.Include.ALWAYS)
            .setAnnotationIntrospector(new RecordsAsArrays())
            .registerModule(new SimpleModule()
                    .addSerializer(Instant.class, new InstantAsMillis.Written())
                    .addDeserializer(Instant.class, new InstantAsMillis.Read()));
    /** The major type of CBOR in the upper three bits of a value's first byte. */
    private static final int MAJOR_TYPE = 0xe0;

    private static final int MAP = 0xa0;
    private static final byte HAPPENED = 1;
    private static final byte EARLIER = 2;

    private Cbor() {}

    static Serde<Standing> standing() {
        return Serdes.serdeFrom(
                (topic, standing) -> standing == null ? null : StandingForm.write(standing),
                (topic, bytes) -> bytes == null ? null : standing(bytes));
    }

    private static Standing standing(byte[] bytes) {
        return StandingForm.is(bytes) ? StandingForm.read(bytes) : read(bytes, 0, Standing.class);
    }

    static Serde<Entry> entry() {
        return Serdes.serdeFrom(
                (topic, entry) -> entry == null ? null : EntryForm.write(entry),
                (topic, bytes) -> bytes == null ? null : entry(bytes));
    }

    private static Entry entry(byte[] bytes) {
        if (EntryForm.is(bytes)) {
            return EntryForm.read(bytes);
        }
        return switch (bytes[0]) {
            case HAPPENED -> new Entry.Happened(read(bytes, 1, Signal.class));
            case EARLIER -> read(bytes, 1, Entry.Earlier.class);
            default -> read(bytes, 1, Entry.Known.class);
        };
    }

    static byte[] write(Object value) {
        try {
            return ARRAYS.writeValueAsBytes(value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static <T> T read(byte[] bytes, Class<T> type) {
        return read(bytes, 0, type);
    }

    private static <T> T read(byte[] bytes, int from, Class<T> type) {
        try {
            ObjectMapper mapper = (bytes[from] & MAJOR_TYPE) == MAP ? NAMED : ARRAYS;
            return mapper.readValue(bytes, from, bytes.length - from, type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class RecordsAsArrays extends JacksonAnnotationIntrospector {
        private static final long serialVersionUID = 1L;

        @Override
        public JsonFormat.@Nullable Value findFormat(Annotated annotated) {
            return annotated instanceof AnnotatedClass && annotated.getRawType().isRecord()
                    ? JsonFormat.Value.forShape(JsonFormat.Shape.ARRAY)
                    : super.findFormat(annotated);
        }
    }
}

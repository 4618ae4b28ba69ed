package io.vigie.scorer.stream;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.cbor.CBORFactory;
import io.vigie.events.EventJson;
import io.vigie.events.signal.Signal;
import io.vigie.scorer.profile.Entry;
import io.vigie.scorer.watch.Standing;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.jspecify.annotations.Nullable;

/** How standings and entries lie in the stores. */
final class Cbor {
    private static final ObjectMapper MAPPER = EventJson.configure(new ObjectMapper(new CBORFactory()));
    private static final byte HAPPENED = 1;
    private static final byte KNOWN = 0;

    private Cbor() {}

    static Serde<Standing> standing() {
        return Serdes.serdeFrom(
                (topic, standing) -> standing == null ? null : write(standing),
                (topic, bytes) -> bytes == null ? null : read(bytes, 0, Standing.class));
    }

    static Serde<Entry> entry() {
        return Serdes.serdeFrom((topic, entry) -> bytes(entry), (topic, bytes) -> entry(bytes));
    }

    private static byte @Nullable [] bytes(@Nullable Entry entry) {
        return switch (entry) {
            case null -> null;
            case Entry.Happened happened -> marked(HAPPENED, write(happened.signal()));
            case Entry.Known known -> marked(KNOWN, write(known));
        };
    }

    private static @Nullable Entry entry(byte @Nullable [] bytes) {
        if (bytes == null) {
            return null;
        }
        return bytes[0] == HAPPENED
                ? new Entry.Happened(read(bytes, 1, Signal.class))
                : read(bytes, 1, Entry.Known.class);
    }

    private static byte[] marked(byte kind, byte[] content) {
        return ByteBuffer.allocate(content.length + 1).put(kind).put(content).array();
    }

    static byte[] write(Object value) {
        try {
            return MAPPER.writeValueAsBytes(value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static <T> T read(byte[] bytes, Class<T> type) {
        return read(bytes, 0, type);
    }

    private static <T> T read(byte[] bytes, int from, Class<T> type) {
        try {
            return MAPPER.readValue(bytes, from, bytes.length - from, type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

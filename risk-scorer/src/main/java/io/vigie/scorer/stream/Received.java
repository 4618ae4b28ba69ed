package io.vigie.scorer.stream;

import io.vigie.scorer.profile.Entry;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.apache.kafka.common.serialization.Serde;

/** What was received of a customer: all entries, of which the one with the lower digest comes first as it counts first. */
final class Received {
    private final List<Line> lines = new ArrayList<>();
    private final List<Instant> contacts = new ArrayList<>();

    // compared by its digest alone
    @SuppressWarnings("ArrayRecordComponent")
    private record Line(byte[] digest, Entry entry) {}

    static byte[] line(byte[] received, byte[] written) {
        return ByteBuffer.allocate(Keys.DIGEST + written.length)
                .put(Keys.digest(received))
                .put(written)
                .array();
    }

    /** @param content the digest, and what was written after it */
    void add(Serde<Entry> serde, byte[] content) {
        byte[] written = Arrays.copyOfRange(content, Keys.DIGEST, content.length);
        lines.add(new Line(
                Arrays.copyOf(content, Keys.DIGEST), serde.deserializer().deserialize("", written)));
    }

    void contact(Instant at) {
        contacts.add(at);
    }

    void sort() {
        lines.sort(Comparator.comparing(Line::digest, Arrays::compareUnsigned));
    }

    List<Entry> entries() {
        return lines.stream().map(Line::entry).toList();
    }

    /** When our retention reached them. */
    List<Instant> contacts() {
        return List.copyOf(contacts);
    }
}

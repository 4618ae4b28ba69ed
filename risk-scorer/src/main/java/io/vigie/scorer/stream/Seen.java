package io.vigie.scorer.stream;

import io.vigie.scorer.profile.Entry;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.serialization.BytesSerializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/** Tells what is new from what was seen before, by (source, id) for each customer. */
final class Seen {
    private final KeyValueStore<Bytes, byte[]> store;

    Seen(KeyValueStore<Bytes, byte[]> store) {
        this.store = store;
    }

    /** What an entry is to those before it. */
    sealed interface Verdict {
        record New() implements Verdict {}

        /** The very same once more. */
        record Again() implements Verdict {}

        /** Other content under an identity taken; what stands counts. */
        record Contradicts() implements Verdict {}

        /**
         * Other content under an identity taken, but before it in (time, digest) order: it counts instead.
         *
         * @param before what was remembered of the other
         */
        record Replaces(Bytes timelineKey, Bytes before) implements Verdict {}
    }

    /** Judges an entry and remembers it where it counts. */
    Verdict meet(Entry entry, byte[] content) {
        Bytes key = Keys.seen(entry.customer(), entry.position());
        byte[] digest = Keys.digest(content);
        Bytes line = Keys.timeline(entry.customer(), entry.position());
        Optional<byte[]> before = Optional.ofNullable(store.get(key));
        Verdict verdict = before.<Verdict>map(old -> judge(old, digest, line, isGuessed(entry)))
                .orElseGet(Verdict.New::new);
        switch (verdict) {
            case Verdict.New() -> store.put(key, value(digest, line));
            case Verdict.Replaces(Bytes _, Bytes _) -> store.put(key, value(digest, line));
            case Verdict.Again() -> {}
            case Verdict.Contradicts() -> {}
        }
        return verdict;
    }

    /** Remembers what it did before an entry was met. */
    void takeBack(Entry entry, Verdict verdict) {
        Bytes key = Keys.seen(entry.customer(), entry.position());
        switch (verdict) {
            case Verdict.New() -> store.delete(key);
            case Verdict.Replaces(Bytes _, Bytes before) -> store.put(key, before.get());
            case Verdict.Again() -> {}
            case Verdict.Contradicts() -> {}
        }
    }

    /** Whether something came under that identity, as far back as identities are remembered. */
    boolean remembers(Entry entry) {
        return store.get(Keys.seen(entry.customer(), entry.position())) != null;
    }

    /** Forgets the identities of a customer's entries before an instant; how many those are. */
    int forgetBefore(String customer, Instant instant) {
        List<Bytes> old = new ArrayList<>();
        try (KeyValueIterator<Bytes, byte[]> rows =
                store.prefixScan(Keys.ofCustomer(customer), new BytesSerializer())) {
            while (rows.hasNext()) {
                KeyValue<Bytes, byte[]> row = rows.next();
                if (Keys.instantOfLine(row.value, Keys.DIGEST, customer).isBefore(instant)) {
                    old.add(row.key);
                }
            }
        }
        old.forEach(store::delete);
        return old.size();
    }

    /** Its sender says no time, and it is told at its arrival: when the same comes again, that alone is another. */
    private static boolean isGuessed(Entry entry) {
        return entry.receivedAt().filter(entry.time()::equals).isPresent();
    }

    private static Verdict judge(byte[] before, byte[] digest, Bytes line, boolean guessed) {
        byte[] oldDigest = Arrays.copyOf(before, Keys.DIGEST);
        Bytes oldLine = Bytes.wrap(Arrays.copyOfRange(before, Keys.DIGEST, before.length));
        if (Arrays.equals(oldDigest, digest) && (guessed || oldLine.equals(line))) {
            return new Verdict.Again();
        }
        int byTime = line.compareTo(oldLine);
        boolean first = byTime < 0 || (byTime == 0 && Arrays.compareUnsigned(digest, oldDigest) < 0);
        return first ? new Verdict.Replaces(oldLine, Bytes.wrap(before)) : new Verdict.Contradicts();
    }

    private static byte[] value(byte[] digest, Bytes line) {
        return ByteBuffer.allocate(Keys.DIGEST + line.get().length)
                .put(digest)
                .put(line.get())
                .array();
    }
}

package io.vigie.scorer.stream;

import io.vigie.scorer.profile.Entry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.serialization.BytesSerializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/** The entries of a partition's customers, in order. */
final class Timeline {
    private final KeyValueStore<Bytes, Entry> store;

    Timeline(KeyValueStore<Bytes, Entry> store) {
        this.store = store;
    }

    void put(Entry entry) {
        store.put(line(entry), entry);
    }

    void delete(Entry entry) {
        store.delete(line(entry));
    }

    /** What stood there, where something did. */
    Optional<Entry> delete(Bytes line) {
        return Optional.ofNullable(store.delete(line));
    }

    boolean holds(Entry entry) {
        return store.get(line(entry)) != null;
    }

    List<Entry> of(String customer) {
        return of(customer, store);
    }

    /** When the first line stands of a customer who has one; without a look at what it says. */
    Instant begins(String customer) {
        try (KeyValueIterator<Bytes, Entry> lines = lines(customer, store)) {
            return Keys.instantOfLine(lines.peekNextKey().get(), 0, customer);
        }
    }

    /** Up to when a customer's entries are no longer kept one by one. */
    Optional<Instant> horizon(String customer) {
        try (KeyValueIterator<Bytes, Entry> lines = lines(customer, store)) {
            return lines.hasNext() && lines.next().value instanceof Entry.Earlier earlier
                    ? Optional.of(earlier.time())
                    : Optional.empty();
        }
    }

    /** A customer's timeline, in order, from a store that is only looked into. */
    static List<Entry> of(String customer, ReadOnlyKeyValueStore<Bytes, Entry> store) {
        List<Entry> entries = new ArrayList<>();
        try (KeyValueIterator<Bytes, Entry> lines = lines(customer, store)) {
            lines.forEachRemaining(line -> entries.add(line.value));
        }
        entries.sort(Entry.IN_ORDER);
        return entries;
    }

    private static KeyValueIterator<Bytes, Entry> lines(String customer, ReadOnlyKeyValueStore<Bytes, Entry> store) {
        return store.prefixScan(Keys.ofCustomer(customer), new BytesSerializer());
    }

    private static Bytes line(Entry entry) {
        return Keys.timeline(entry.customer(), entry.position());
    }
}

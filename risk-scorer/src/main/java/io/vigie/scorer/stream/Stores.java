package io.vigie.scorer.stream;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.LagInfo;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.errors.StreamsException;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/** Looks into this instance's stores: those of its own partitions, and of a customer also the copy of another's. */
@ApplicationScoped
class Stores {
    /** How many changes a copy may be behind and still speak for its original. */
    private static final long NEAR_ENOUGH = 10_000;

    private final KafkaStreams streams;
    private final Whereabouts whereabouts;

    Stores(KafkaStreams streams, Whereabouts whereabouts) {
        this.streams = streams;
        this.whereabouts = whereabouts;
    }

    /** A look at all partitions that are this instance's own. */
    <K, V, T> T own(String name, Function<ReadOnlyKeyValueStore<K, V>, T> look) {
        return whileStoresStay(() -> look.apply(
                streams.store(StoreQueryParameters.fromNameAndType(name, QueryableStoreTypes.<K, V>keyValueStore()))));
    }

    /** A look at each partition that is this instance's own. */
    <K, V, T> List<T> each(String name, Function<ReadOnlyKeyValueStore<K, V>, T> look) {
        return own(name, (ReadOnlyKeyValueStore<K, V> someThere) -> whereabouts.ownPartitions().stream()
                .map(partition -> look.apply(this.<K, V>partition(name, partition, false)))
                .toList());
    }

    /**
     * A look at the partition of a customer. Where it is not this instance's own, or not yet, a copy near enough to its
     * original answers instead; but it cannot tell what nobody knows from what it has not heard of yet.
     */
    <K, V, T> Optional<T> of(String customer, String name, Function<ReadOnlyKeyValueStore<K, V>, Optional<T>> look) {
        return whileStoresStay(() -> {
            int partition = whereabouts.partitionOf(customer);
            try {
                return look.apply(this.<K, V>partition(name, partition, false));
            } catch (InvalidStateStoreException notOurs) {
                if (!nearEnough(name, partition)) {
                    throw notOurs;
                }
                return Optional.of(look.apply(this.<K, V>partition(name, partition, true))
                        .orElseThrow(() -> new StoresNotReady(notOurs)));
            }
        });
    }

    private <K, V> ReadOnlyKeyValueStore<K, V> partition(String name, int partition, boolean copies) {
        var asked = StoreQueryParameters.fromNameAndType(name, QueryableStoreTypes.<K, V>keyValueStore())
                .withPartition(partition);
        return streams.store(copies ? asked.enableStaleStores() : asked);
    }

    private boolean nearEnough(String name, int partition) {
        return Optional.ofNullable(streams.allLocalStorePartitionLags()
                        .getOrDefault(name, Map.of())
                        .get(partition))
                .map(LagInfo::offsetLag)
                .filter(lag -> lag <= NEAR_ENOUGH)
                .isPresent();
    }

    /** Stores may move away between any two looks; whoever asks is told to come back, wherever it happened. */
    static <T> T whileStoresStay(Supplier<T> answer) {
        try {
            return answer.get();
        } catch (StreamsException | IllegalStateException e) {
            throw new StoresNotReady(e);
        }
    }
}

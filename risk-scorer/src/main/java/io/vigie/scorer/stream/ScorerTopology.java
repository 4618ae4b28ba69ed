package io.vigie.scorer.stream;

import io.vigie.events.wire.Topic;
import io.vigie.scorer.watch.Watch;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.StreamPartitioner;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/** Where events enter and leave: signals in, assessments and refusals out, one processor with its stores between. */
final class ScorerTopology {
    private static final String SIGNALS = "signals";
    private static final String WATCH = "watch";

    private ScorerTopology() {}

    /**
     * The topology under a topic prefix.
     *
     * @param replay whether time is the signals' own
     * @param pace how everybody is looked at again when the model changes; not in a replay
     * @param keeping how much is kept of a customer
     */
    static Topology build(String prefix, Watch watch, boolean replay, Clock clock, Pace pace, Keeping keeping) {
        Topology topology = new Topology();
        topology.addSource(SIGNALS, new StringDeserializer(), new ByteArrayDeserializer(), Topic.SIGNALS.under(prefix));
        topology.addProcessor(
                WATCH,
                (ProcessorSupplier<String, byte[], String, byte[]>)
                        () -> new WatchProcessor(watch, replay, clock, pace, keeping),
                SIGNALS);
        addStore(topology, Stores.persistentKeyValueStore(StoreNames.STANDINGS), Serdes.String(), Cbor.standing());
        addStore(topology, Stores.persistentKeyValueStore(StoreNames.TIMELINE), Serdes.Bytes(), Cbor.entry());
        addStore(topology, Stores.persistentKeyValueStore(StoreNames.SEEN), Serdes.Bytes(), Serdes.ByteArray());
        addStore(topology, Stores.persistentKeyValueStore(StoreNames.REVIEWS), Serdes.Bytes(), Serdes.ByteArray());
        addStore(topology, Stores.persistentKeyValueStore(StoreNames.RANKING), Serdes.Bytes(), Serdes.ByteArray());
        addStore(topology, Stores.persistentKeyValueStore(StoreNames.TRACK), Serdes.String(), Serdes.ByteArray());
        // it changes with every signal, and only where it stands at a commit must last
        topology.addStateStore(
                Stores.keyValueStoreBuilder(
                                Stores.inMemoryKeyValueStore(StoreNames.PROGRESS), Serdes.String(), Serdes.Long())
                        .withCachingEnabled(),
                WATCH);
        StringSerializer key = new StringSerializer();
        ByteArraySerializer value = new ByteArraySerializer();
        topology.addSink(Outlet.RISK, Topic.RISK.under(prefix), key, value, WATCH);
        topology.addSink(Outlet.TICKS, Topic.RISK.under(prefix), key, value, whereTheTickSays(), WATCH);
        topology.addSink(Outlet.REFUSED, Topic.SIGNALS_REFUSED.under(prefix), key, value, WATCH);
        return topology;
    }

    private static <K, V> void addStore(
            Topology topology, KeyValueBytesStoreSupplier supplier, Serde<K> key, Serde<V> value) {
        StoreBuilder<?> store = Stores.keyValueStoreBuilder(supplier, key, value);
        topology.addStateStore(store, WATCH);
    }

    /** A tick's key ends in the number of the partition it stands in. */
    private static StreamPartitioner<String, byte[]> whereTheTickSays() {
        return (topic, key, value, partitions) ->
                Optional.of(Set.of(Integer.parseInt(key.substring(key.lastIndexOf('/') + 1))));
    }
}

package io.vigie.scorer.stream;

import io.vigie.events.risk.RiskAssessed;
import io.vigie.events.wire.Event;
import io.vigie.events.wire.EventCodec;
import io.vigie.events.wire.Refused;
import io.vigie.scorer.profile.Entry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.test.TestRecord;

/** A topology under the prefix {@code t}, driven record by record without a broker. */
final class Driven implements AutoCloseable {
    private final TopologyTestDriver driver;
    private final TestInputTopic<String, byte[]> signals;

    Driven(Topology topology, Path state) {
        this(topology, state, Instant.now());
    }

    /** @param now what the wall clock says as it begins */
    Driven(Topology topology, Path state, Instant now) {
        Properties settings = new Properties();
        settings.put(StreamsConfig.STATE_DIR_CONFIG, state.toString());
        settings.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, SmallRocks.class);
        driver = new TopologyTestDriver(topology, settings, now);
        signals = driver.createInputTopic("t.signals", new StringSerializer(), new ByteArraySerializer());
    }

    void secondsPass(int seconds) {
        for (int second = 0; second < seconds; second++) {
            driver.advanceWallClockTime(Duration.ofSeconds(1));
        }
    }

    /** Goes on from what another had kept. */
    void takeOver(Driven other) {
        for (String store : other.stores()) {
            KeyValueStore<Object, Object> from = other.store(store);
            KeyValueStore<Object, Object> into = store(store);
            try (KeyValueIterator<Object, Object> rows = from.all()) {
                rows.forEachRemaining(row -> into.put(row.key, row.value));
            }
        }
    }

    void send(Entry entry) {
        send(EventCodec.record("t.signals", ((Entry.Happened) entry).signal()));
    }

    void send(ProducerRecord<String, byte[]> record) {
        signals.pipeInput(new TestRecord<>(record.key(), record.value(), record.headers()));
    }

    /** What was told since it was last asked. */
    List<Event<?>> risks() {
        return read("t.risk");
    }

    RiskAssessed lastRisk() {
        return (RiskAssessed) risks().getLast().data();
    }

    List<Refused> refusals() {
        return read("t.signals.refused").stream()
                .map(event -> (Refused) event.data())
                .toList();
    }

    <K, V> KeyValueStore<K, V> store(String name) {
        return driver.getKeyValueStore(name);
    }

    List<Object> keys(String store) {
        List<Object> keys = new ArrayList<>();
        try (KeyValueIterator<?, ?> rows = store(store).all()) {
            rows.forEachRemaining(row -> keys.add(row.key));
        }
        return keys;
    }

    long count(String what) {
        return Optional.ofNullable(driver.<String, Long>getKeyValueStore(StoreNames.PROGRESS)
                        .get(what))
                .orElse(0L);
    }

    List<String> stores() {
        return List.copyOf(driver.getAllStateStores().keySet());
    }

    private List<Event<?>> read(String topic) {
        return driver
                .createOutputTopic(topic, new StringDeserializer(), new ByteArrayDeserializer())
                .readRecordsToList()
                .stream()
                .<Event<?>>map(out -> EventCodec.read(out.key(), out.headers(), out.value()))
                .toList();
    }

    @Override
    public void close() {
        driver.close();
    }
}

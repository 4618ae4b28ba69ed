package io.vigie.scorer.stream;

import static io.vigie.scorer.Timelines.CUSTOMER;
import static io.vigie.scorer.Timelines.day;
import static io.vigie.scorer.Timelines.on;
import static io.vigie.scorer.Timelines.watch;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vigie.events.customer.CustomerErased;
import io.vigie.events.risk.LifeState;
import io.vigie.events.risk.Reason;
import io.vigie.events.risk.RiskAssessed;
import io.vigie.events.risk.RiskLevel;
import io.vigie.events.risk.Trigger;
import io.vigie.events.signal.Signal;
import io.vigie.events.wire.Event;
import io.vigie.events.wire.EventCodec;
import io.vigie.events.wire.Refused;
import io.vigie.events.wire.Tick;
import io.vigie.scorer.Timelines;
import io.vigie.scorer.profile.Entry;
import io.vigie.testkit.Golden;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScorerTopologyTest {
    private TopologyTestDriver driver;
    private TestInputTopic<String, byte[]> signals;

    @BeforeEach
    void start(@TempDir Path state) {
        Properties settings = new Properties();
        settings.put(StreamsConfig.STATE_DIR_CONFIG, state.toString());
        settings.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, SmallRocks.class);
        driver = new TopologyTestDriver(topology(), settings);
        signals = driver.createInputTopic("t.signals", new StringSerializer(), new ByteArraySerializer());
    }

    @AfterEach
    void stop() {
        driver.close();
    }

    @Test
    void theTopologyChangesOnlyOnPurpose() {
        Golden.assertMatches("topology.txt", topology().describe().toString());
    }

    @Test
    void aSignalIsAssessedAndExplained() {
        send(on(0, "departure.threatened"));

        Event<?> told = risks().getFirst();
        RiskAssessed assessed = (RiskAssessed) told.data();
        assertThat(told.causedBy()).hasValue("departure.threatened@0.0");
        assertThat(assessed.trigger()).isEqualTo(Trigger.SIGNAL);
        assertThat(assessed.level()).isEqualTo(RiskLevel.AT_RISK);
        assertThat(assessed.byChoice().reasons().getFirst().factor()).isEqualTo("departure.threatened");
    }

    @Test
    void aSecondDeliveryMovesNothing() {
        send(on(0, "departure.threatened"));
        risks();

        send(on(0, "departure.threatened"));

        assertThat(risks()).isEmpty();
        assertThat(count(Progress.PROCESSED)).isEqualTo(1);
        assertThat(count(Progress.DUPLICATES)).isEqualTo(1);
    }

    @Test
    void ofTwoContentsUnderOneIdentityTheEarlierCountsWhicheverComesFirst() {
        Entry early = Timelines.signal("crm", "same", "departure.threatened", day(1), "{}");
        Entry late = Timelines.signal("crm", "same", "price.raised", day(2), "{}");

        send(early);
        send(late);
        RiskAssessed earlyFirst = lastRisk();
        restartWith(late, early);
        RiskAssessed lateFirst = lastRisk();

        assertThat(lateFirst.byChoice().reasons()).extracting(r -> r.factor()).containsExactly("departure.threatened");
        assertThat(earlyFirst.byChoice().reasons()).extracting(r -> r.factor()).containsExactly("departure.threatened");
        assertThat(refusals()).extracting(Refused::reason).contains("contradicts-earlier");
    }

    @Test
    void theClosingTickFiresWhatIsDueAndIsHandedOn() {
        send(on(0, "order.placed", "{\"amount\":1000}"));
        risks();

        signals.pipeInput(record(EventCodec.record("t.signals", "/test", new Tick("r", 3, day(600)))));

        List<Event<?>> told = risks();
        assertThat(told.getLast().data()).isEqualTo(new Tick("r", 3, day(600)));
        RiskAssessed lost = (RiskAssessed) told.get(told.size() - 2).data();
        assertThat(lost.life().state()).isEqualTo(LifeState.LOST);
        assertThat(count(Progress.tick("r"))).isPositive();
    }

    @Test
    void ofWhoIsErasedNothingIsLeftAndALaterSignalBeginsAnew() {
        send(on(0, "order.placed", "{\"amount\":1000}"));
        send(on(1, "departure.threatened"));
        risks();

        erase("e-1", day(2));

        Event<?> forwarded = risks().getLast();
        assertThat(forwarded.data()).isEqualTo(new CustomerErased(day(2)));
        assertThat(forwarded.id()).isEqualTo("e-1");
        assertThat(forwarded.subject()).isEqualTo(CUSTOMER);
        assertThat(driver.getAllStateStores().keySet())
                .filteredOn(store -> !store.equals(StoreNames.PROGRESS) && !store.equals(StoreNames.TRACK))
                .isNotEmpty()
                .allSatisfy(store -> assertThat(isEmpty(store)).as(store).isTrue());
        assertThat(tracked()).isNotEmpty().allMatch(key -> key.startsWith(TrackKeys.months("expert")));
        assertThat(count(Progress.CUSTOMERS)).isZero();

        send(on(3, "order.placed", "{\"amount\":1000}"));

        RiskAssessed stranger = lastRisk();
        assertThat(stranger.life().startedAt()).isEqualTo(day(3));
        assertThat(stranger.byChoice().reasons()).extracting(Reason::factor).doesNotContain("departure.threatened");
    }

    @Test
    void anErasureToldTwiceErasesOnceAndLeavesTheStrangerAlone() {
        send(on(0, "departure.threatened"));
        erase("e-1", day(2));
        send(on(3, "order.placed", "{\"amount\":1000}"));
        risks();

        erase("e-1", day(2));

        assertThat(risks()).isEmpty();
        assertThat(isEmpty(StoreNames.STANDINGS)).isFalse();
    }

    @Test
    void whatFallsDueBeforeAnErasureIsToldBeforeIt() {
        send(on(0, "order.placed", "{\"amount\":1000}"));
        risks();

        erase("e-1", day(600));

        List<Event<?>> told = risks();
        RiskAssessed lost = (RiskAssessed) told.get(told.size() - 2).data();
        assertThat(lost.life().state()).isEqualTo(LifeState.LOST);
        assertThat(told.getLast().data()).isInstanceOf(CustomerErased.class);
    }

    @Test
    void othersReviewsFireAsThePartitionsTimeGoesOn() {
        send(on(0, "order.placed", "{\"amount\":1000}"));
        risks();

        Signal other = new Signal(
                "crm", "x", "support.called", "c-2", day(400), Timelines.json("{}"), java.util.Optional.empty());
        signals.pipeInput(record(EventCodec.record("t.signals", other)));

        assertThat(risks())
                .filteredOn(event -> event.subject().equals(CUSTOMER))
                .isNotEmpty();
    }

    @Test
    void whatIsNoEventIsKeptWithItsReasonAndStopsNothing() {
        signals.pipeInput("c-1", "not an event".getBytes(StandardCharsets.UTF_8));
        send(on(0, "departure.threatened"));

        assertThat(refusals()).singleElement().satisfies(refused -> {
            assertThat(refused.reason()).isEqualTo("malformed-event");
            assertThat(new String(refused.decodeRaw(), StandardCharsets.UTF_8)).isEqualTo("not an event");
        });
        assertThat(risks()).isNotEmpty();
    }

    private static Topology topology() {
        return ScorerTopology.build(
                "t", watch(), true, Clock.systemUTC(), Pace.none(), Keeping.all(new SimpleMeterRegistry()));
    }

    private void restartWith(Entry... entries) {
        KeyValueStore<?, ?> standings = driver.getKeyValueStore(StoreNames.STANDINGS);
        assertThat(standings.approximateNumEntries()).isPositive();
        for (Entry entry : entries) {
            Signal signal = ((Entry.Happened) entry).signal();
            Signal elsewhere = new Signal(
                    signal.source(),
                    signal.id(),
                    signal.type(),
                    "c-other",
                    signal.time(),
                    signal.attributes(),
                    signal.receivedAt());
            signals.pipeInput(record(EventCodec.record("t.signals", elsewhere)));
        }
    }

    private void erase(String event, Instant at) {
        signals.pipeInput(record(EventCodec.record(
                "t.signals", Event.of(event, "/vigie/signal-ingest", CUSTOMER, at, new CustomerErased(at)))));
    }

    private void send(Entry entry) {
        signals.pipeInput(record(EventCodec.record("t.signals", ((Entry.Happened) entry).signal())));
    }

    private static TestRecord<String, byte[]> record(ProducerRecord<String, byte[]> record) {
        return new TestRecord<>(record.key(), record.value(), record.headers());
    }

    private List<Event<?>> risks() {
        return read("t.risk");
    }

    private RiskAssessed lastRisk() {
        return (RiskAssessed) risks().getLast().data();
    }

    private List<Refused> refusals() {
        return read("t.signals.refused").stream()
                .map(event -> (Refused) event.data())
                .toList();
    }

    private List<Event<?>> read(String topic) {
        return driver
                .createOutputTopic(topic, new StringDeserializer(), new ByteArrayDeserializer())
                .readRecordsToList()
                .stream()
                .<Event<?>>map(out -> EventCodec.read(out.key(), out.headers(), out.value()))
                .toList();
    }

    /** Sums name nobody; whatever else is noted does. */
    private List<String> tracked() {
        List<String> keys = new ArrayList<>();
        try (KeyValueIterator<String, byte[]> rows =
                driver.<String, byte[]>getKeyValueStore(StoreNames.TRACK).all()) {
            rows.forEachRemaining(row -> keys.add(row.key));
        }
        return keys;
    }

    private boolean isEmpty(String store) {
        try (KeyValueIterator<?, ?> rows = driver.getKeyValueStore(store).all()) {
            return !rows.hasNext();
        }
    }

    private long count(String what) {
        return driver.<String, Long>getKeyValueStore(StoreNames.PROGRESS).get(what);
    }
}

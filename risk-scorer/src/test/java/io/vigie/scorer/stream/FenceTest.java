package io.vigie.scorer.stream;

import static io.vigie.scorer.Timelines.CATALOGUE;
import static io.vigie.scorer.Timelines.CUSTOMER;
import static io.vigie.scorer.Timelines.RULES;
import static io.vigie.scorer.Timelines.SCORECARD;
import static io.vigie.scorer.Timelines.day;
import static io.vigie.scorer.Timelines.on;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vigie.events.customer.Contract;
import io.vigie.events.customer.Customer;
import io.vigie.events.customer.Renewal;
import io.vigie.events.risk.LifeState;
import io.vigie.events.risk.RiskAssessed;
import io.vigie.events.signal.Signal;
import io.vigie.events.wire.Event;
import io.vigie.events.wire.EventCodec;
import io.vigie.events.wire.Refused;
import io.vigie.events.wire.Tick;
import io.vigie.scorer.Timelines;
import io.vigie.scorer.model.RiskModel;
import io.vigie.scorer.profile.Entry;
import io.vigie.scorer.scoring.ExpertModel;
import io.vigie.scorer.scoring.ScoringModel;
import io.vigie.scorer.scoring.Speaking;
import io.vigie.scorer.watch.Watch;
import io.vigie.scorer.watch.WatchSettings;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.errors.StreamsException;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FenceTest {
    private final Moody model = new Moody();
    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private TopologyTestDriver driver;
    private TestInputTopic<String, byte[]> signals;

    @BeforeEach
    void start(@TempDir Path state) {
        Watch watch = new Watch(CATALOGUE, SCORECARD, model, RULES, WatchSettings.DEFAULTS);
        Topology topology =
                ScorerTopology.build("t", watch, true, Clock.systemUTC(), Pace.none(), Keeping.all(metrics));
        Properties settings = new Properties();
        settings.put(StreamsConfig.STATE_DIR_CONFIG, state.toString());
        settings.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, SmallRocks.class);
        driver = new TopologyTestDriver(topology, settings);
        signals = driver.createInputTopic("t.signals", new StringSerializer(), new ByteArraySerializer());
    }

    @AfterEach
    void stop() {
        driver.close();
    }

    @Test
    void aRecordWithWhichNothingCanBeWorkedOutIsKeptAmongTheRefusedAndCountsWhenItIsSentAgain() {
        model.fails = Optional.of(new ArithmeticException("long overflow"));
        send(on(0, "departure.threatened"));

        assertThat(refusals()).singleElement().extracting(Refused::reason).isEqualTo("cannot-be-worked-out");
        assertThat(timeline()).isZero();
        assertThat(count(Progress.PROCESSED)).isZero();
        assertThat(metrics.counter("vigie.scorer.failures", "what", "record").count())
                .isEqualTo(1);

        model.fails = Optional.empty();
        send(on(0, "departure.threatened"));

        assertThat(risks()).hasSize(1);
        assertThat(timeline()).isEqualTo(1);
        assertThat(count(Progress.PROCESSED)).isEqualTo(1);
        assertThat(count(Progress.CUSTOMERS)).isEqualTo(1);
    }

    @Test
    void whatItWouldHaveReplacedStandsAsBefore() {
        Entry early = Timelines.signal("crm", "same", "departure.threatened", day(1), "{}");
        Entry late = Timelines.signal("crm", "same", "price.raised", day(2), "{}");
        send(late);
        model.fails = Optional.of(new ArithmeticException("long overflow"));
        send(early);
        model.fails = Optional.empty();

        send(late);
        assertThat(timeline()).isEqualTo(1);
        assertThat(count(Progress.DUPLICATES)).isEqualTo(2);
        risks();
        send(early);
        assertThat(lastRisk().byChoice().reasons())
                .extracting(one -> one.factor())
                .containsExactly("departure.threatened");
    }

    @Test
    void aReviewThatFailsHoldsUpNobodyAndIsTriedAgain() {
        send(on(0, "order.placed", "{\"amount\":1000}"));
        risks();
        model.fails = Optional.of(new ArithmeticException("long overflow"));
        tick(day(600));
        assertThat(risks()).hasSize(1);
        model.fails = Optional.empty();

        tick(day(602));

        List<Event<?>> told = risks();
        RiskAssessed lost = (RiskAssessed) told.get(told.size() - 2).data();
        assertThat(lost.life().state()).isEqualTo(LifeState.LOST);
    }

    @Test
    void whatTheBrokerOrTheStoresThrowIsNotARecordsFault() {
        model.fails = Optional.of(new TimeoutException("the broker is away"));

        assertThatThrownBy(() -> send(on(0, "departure.threatened")))
                .isInstanceOf(StreamsException.class)
                .hasRootCauseInstanceOf(TimeoutException.class);
    }

    @Test
    void whatHappenedInAMillionYearsIsRefused() {
        send(Timelines.signal("crm", "far", "order.placed", Instant.parse("+1000000-01-01T00:00:00Z"), "{}"));
        send(Timelines.signal("crm", "long ago", "order.placed", Instant.parse("-1000000-01-01T00:00:00Z"), "{}"));

        assertThat(refusals()).hasSize(2).extracting(Refused::reason).containsOnly("malformed-event");
        assertThat(timeline()).isZero();
    }

    @Test
    void aContractOrANoticeThatEndsInAMillionYearsHasNoEnd() {
        Contract contract = new Contract(
                "a",
                Renewal.EXPLICIT,
                day(0),
                Optional.of(Instant.MAX),
                Optional.of(Instant.MIN),
                Optional.of(Instant.MAX));
        Customer record = ((Entry.Known) Timelines.underContract(0, contract)).record();
        signals.pipeInput(record(EventCodec.record("t.signals", Event.of("r", "crm", CUSTOMER, day(0), record))));
        send(on(1, "termination.notified", "{\"contract\":\"a\",\"effective\":\"+999999999-12-31T23:59:59Z\"}"));

        RiskAssessed risk = lastRisk();
        assertThat(refusals()).isEmpty();
        assertThat(risk.decisionInput().contract())
                .hasValueSatisfying(told -> assertThat(told.end()).isEmpty());
        assertThat(risk.comingDates()).isEmpty();
    }

    /** The experts, who fail when told to. */
    private static final class Moody implements Speaking {
        private final ScoringModel experts = new ExpertModel(new RiskModel(CATALOGUE, SCORECARD, RULES));
        private Optional<RuntimeException> fails = Optional.empty();

        @Override
        public ScoringModel champion() {
            if (fails.isPresent()) {
                throw fails.get();
            }
            return experts;
        }

        @Override
        public Optional<ScoringModel> shadow() {
            return Optional.empty();
        }
    }

    private void tick(Instant at) {
        signals.pipeInput(record(EventCodec.record("t.signals", "/test", new Tick("r", 3, at))));
    }

    private void send(Entry entry) {
        Signal signal = ((Entry.Happened) entry).signal();
        signals.pipeInput(record(EventCodec.record("t.signals", signal)));
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

    private long timeline() {
        List<Object> lines = new ArrayList<>();
        try (KeyValueIterator<?, ?> rows =
                driver.getKeyValueStore(StoreNames.TIMELINE).all()) {
            rows.forEachRemaining(row -> lines.add(row.key));
        }
        return lines.size();
    }

    private long count(String what) {
        return Optional.ofNullable(driver.<String, Long>getKeyValueStore(StoreNames.PROGRESS)
                        .get(what))
                .orElse(0L);
    }
}

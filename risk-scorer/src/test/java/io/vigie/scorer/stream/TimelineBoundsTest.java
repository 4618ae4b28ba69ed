package io.vigie.scorer.stream;

import static io.vigie.scorer.Timelines.CUSTOMER;
import static io.vigie.scorer.Timelines.day;
import static io.vigie.scorer.Timelines.signal;
import static io.vigie.scorer.Timelines.watch;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vigie.events.risk.RiskAssessed;
import io.vigie.events.wire.EventCodec;
import io.vigie.events.wire.Refused;
import io.vigie.scorer.profile.Entry;
import io.vigie.scorer.watch.Standing;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
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
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TimelineBoundsTest {
    /** An id after which it is looked whether there is too much. */
    private static final String LOOKED_AFTER = "@";

    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final List<Entry> history = new ArrayList<>(List.of(
            signal("crm", "a", "order.placed", day(0), "{\"amount\":1000}"),
            signal("crm", "b", "complaint.filed", day(10), "{\"complaint\":\"K\"}"),
            signal("crm", "c", "order.placed", day(40), "{\"amount\":500}"),
            signal("crm", "d", "support.called", day(60), "{}"),
            signal("crm", LOOKED_AFTER, "price.raised", day(90), "{}")));
    private TopologyTestDriver driver;
    private TestInputTopic<String, byte[]> signals;

    @BeforeEach
    void start(@TempDir Path state) {
        Properties settings = new Properties();
        settings.put(StreamsConfig.STATE_DIR_CONFIG, state.toString());
        settings.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, SmallRocks.class);
        Keeping keeping = new Keeping(Duration.ofDays(60), 3, Optional.of(Duration.ofDays(35)), metrics);
        driver = new TopologyTestDriver(
                ScorerTopology.build("t", watch(), true, Clock.systemUTC(), Pace.none(), keeping), settings);
        signals = driver.createInputTopic("t.signals", new StringSerializer(), new ByteArraySerializer());
    }

    @AfterEach
    void stop() {
        driver.close();
    }

    @Test
    void whatIsTooOldOrTooMuchIsKeptAsWhatItCameTo() {
        history.forEach(this::send);

        assertThat(kept()).hasSize(4);
        assertThat(kept().getFirst()).isInstanceOfSatisfying(Entry.Earlier.class, earlier -> assertThat(earlier.time())
                .isEqualTo(day(10)));
        assertThat(metrics.counter("vigie.timeline.dropped").count()).isEqualTo(1);
        assertThat(watch().fold(kept())).isEqualTo(watch().fold(history));
        assertThat(standing().profile()).isEqualTo(watch().fold(history));
    }

    @Test
    void whatCameLateButAfterTheHorizonMovesTheRiskAsIfNothingWereDropped() {
        Entry late = signal("crm", "late", "delivery.late", day(50), "{}");
        history.forEach(this::send);

        send(late);

        history.add(late);
        history.sort(Entry.IN_ORDER);
        assertThat(standing().profile()).isEqualTo(watch().fold(history));
    }

    @Test
    void whatWouldStandAmongWhatIsDroppedIsRefused() {
        history.forEach(this::send);
        Standing before = standing();

        send(signal("crm", "late", "delivery.late", day(5), "{}"));

        assertThat(standing()).isEqualTo(before);
        assertThat(refusals()).extracting(Refused::reason).containsExactly("before-the-timeline");
    }

    @Test
    void aCorrectionOfWhatIsDroppedLeavesWhatItCameTo() {
        history.forEach(this::send);
        List<Entry> before = kept();

        send(signal("crm", "b", "price.raised", day(9), "{}"));
        send(history.get(1));

        assertThat(kept()).isEqualTo(before);
        assertThat(standing().profile()).isEqualTo(watch().fold(history));
    }

    @Test
    void asOfAnInstantBeforeTheHorizonNothingIsKnown() {
        history.forEach(this::send);

        assertThat(watch().assessAsOf(kept(), CUSTOMER, day(5))).isEmpty();
        assertThat(watch().assessAsOf(kept(), CUSTOMER, day(70)))
                .map(RiskAssessed::probability)
                .isEqualTo(watch().assessAsOf(history, CUSTOMER, day(70)).map(RiskAssessed::probability));
    }

    @Test
    void aSecondDeliveryCountsOnceThoughItsIdentityIsForgotten() {
        history.forEach(this::send);
        assertThat(metrics.counter("vigie.identities.dropped").count()).isEqualTo(3);

        send(history.get(2));

        assertThat(driver.<String, Long>getKeyValueStore(StoreNames.PROGRESS).get(Progress.DUPLICATES))
                .isEqualTo(1);
        assertThat(standing().profile()).isEqualTo(watch().fold(history));
    }

    private List<Entry> kept() {
        return Timeline.of(CUSTOMER, driver.getKeyValueStore(StoreNames.TIMELINE));
    }

    private Standing standing() {
        return driver.<String, Standing>getKeyValueStore(StoreNames.STANDINGS).get(CUSTOMER);
    }

    private void send(Entry entry) {
        ProducerRecord<String, byte[]> record = EventCodec.record("t.signals", ((Entry.Happened) entry).signal());
        signals.pipeInput(new TestRecord<>(record.key(), record.value(), record.headers()));
    }

    private List<Refused> refusals() {
        return driver
                .createOutputTopic("t.signals.refused", new StringDeserializer(), new ByteArrayDeserializer())
                .readRecordsToList()
                .stream()
                .map(out -> (Refused)
                        EventCodec.read(out.key(), out.headers(), out.value()).data())
                .toList();
    }
}

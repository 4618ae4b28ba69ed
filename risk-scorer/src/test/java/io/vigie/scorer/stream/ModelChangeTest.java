package io.vigie.scorer.stream;

import static io.vigie.scorer.Timelines.CATALOGUE;
import static io.vigie.scorer.Timelines.RULES;
import static io.vigie.scorer.Timelines.SCORECARD;
import static io.vigie.scorer.Timelines.day;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vigie.events.model.SilenceFitted;
import io.vigie.events.risk.RiskAssessed;
import io.vigie.events.risk.Trigger;
import io.vigie.events.signal.Signal;
import io.vigie.events.wire.EventCodec;
import io.vigie.scorer.Timelines;
import io.vigie.scorer.model.RiskModel;
import io.vigie.scorer.profile.Cohorts;
import io.vigie.scorer.scoring.ExpertModel;
import io.vigie.scorer.scoring.Speaking;
import io.vigie.scorer.watch.Watch;
import io.vigie.scorer.watch.WatchSettings;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happens live when other silence parameters arrive. */
class ModelChangeTest {
    private static final Instant NOW = day(40);
    private static final int A_SECOND = 2;

    private final SilenceInUse silence = new SilenceInUse(SCORECARD.silence());
    private TopologyTestDriver driver;
    private TestInputTopic<String, byte[]> signals;
    private TestOutputTopic<String, byte[]> risks;

    @BeforeEach
    void start(@TempDir Path state) {
        Properties settings = new Properties();
        settings.put(StreamsConfig.STATE_DIR_CONFIG, state.toString());
        RiskModel model = new RiskModel(CATALOGUE, SCORECARD, RULES, Cohorts.BY_SEGMENT, silence);
        Watch watch =
                new Watch(CATALOGUE, SCORECARD, Speaking.always(new ExpertModel(model)), RULES, WatchSettings.DEFAULTS);
        driver = new TopologyTestDriver(
                ScorerTopology.build(
                        "t",
                        watch,
                        false,
                        Clock.fixed(NOW, ZoneOffset.UTC),
                        new Pace(() -> silence.get().version(), A_SECOND),
                        Keeping.all(new SimpleMeterRegistry())),
                settings,
                NOW);
        signals = driver.createInputTopic("t.signals", new StringSerializer(), new ByteArraySerializer());
        risks = driver.createOutputTopic("t.risk", new StringDeserializer(), new ByteArrayDeserializer());
        for (int customer = 0; customer < 5; customer++) {
            for (int order = 0; order < 4; order++) {
                order("c-" + customer, order * 7);
            }
        }
        secondsPass(60);
        told();
    }

    @AfterEach
    void stop() {
        driver.close();
    }

    @Test
    void everybodyIsLookedAtAgainAtAPaceAndWhoseLevelRisesIsTold() {
        silence.heard("silence/all", Optional.of(impatient("all", NOW)));

        secondsPass(1);
        List<RiskAssessed> first = told();
        secondsPass(3);
        List<RiskAssessed> rest = told();

        assertThat(first).hasSize(A_SECOND);
        assertThat(rest).hasSize(3);
        assertThat(first).allSatisfy(risk -> {
            assertThat(risk.trigger()).isEqualTo(Trigger.MODEL);
            assertThat(risk.level()).isGreaterThan(risk.previousLevel());
            assertThat(risk.model()).isEqualTo("expert-1 silence:all@" + NOW);
        });
        secondsPass(5);
        assertThat(told()).isEmpty();
    }

    @Test
    void aCohortsOwnParametersComeBeforeEverybodysAndCanBeTakenBack() {
        silence.heard("silence/all", Optional.of(impatient("all", NOW)));
        silence.heard("silence/segment=b2c", Optional.of(impatient("segment=b2c", NOW)));
        assertThat(silence.get().of("segment=b2c").name()).startsWith("segment=b2c@");
        assertThat(silence.get().of("segment=b2b").name()).startsWith("all@");

        silence.heard("silence/segment=b2c", Optional.empty());
        silence.heard("silence/all", Optional.empty());

        assertThat(silence.get().of("segment=b2c").name()).isEqualTo("borrowed");
        assertThat(silence.get().version()).isZero();
    }

    private void secondsPass(int seconds) {
        for (int second = 0; second < seconds; second++) {
            driver.advanceWallClockTime(Duration.ofSeconds(1));
        }
    }

    private List<RiskAssessed> told() {
        return risks.readRecordsToList().stream()
                .map(out -> (RiskAssessed)
                        EventCodec.read(out.key(), out.headers(), out.value()).data())
                .toList();
    }

    private void order(String customer, int day) {
        Signal order = new Signal(
                "shop",
                "o-" + day,
                "order.placed",
                customer,
                day(day),
                Timelines.json("{\"amount\":900}"),
                Optional.empty());
        var record = EventCodec.record("t.signals", order);
        signals.pipeInput(new TestRecord<>(record.key(), record.value(), record.headers()));
    }

    /** Parameters by which a few days of silence say a lot. */
    private static SilenceFitted impatient(String cohort, Instant at) {
        return new SilenceFitted(
                cohort, at, day(0), at, 100, 90, 900, 5, 3, 1, 1, -1_000, 0.7, 0.6, List.of(), Optional.empty());
    }
}

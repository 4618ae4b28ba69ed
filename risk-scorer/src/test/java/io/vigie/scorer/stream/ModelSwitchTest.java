package io.vigie.scorer.stream;

import static io.vigie.scorer.Timelines.CATALOGUE;
import static io.vigie.scorer.Timelines.RULES;
import static io.vigie.scorer.Timelines.SCORECARD;
import static io.vigie.scorer.Timelines.day;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vigie.events.customer.CustomerErased;
import io.vigie.events.model.ModelAdmitted;
import io.vigie.events.model.ModelPromoted;
import io.vigie.events.model.ModelState;
import io.vigie.events.risk.Reason;
import io.vigie.events.risk.RiskAssessed;
import io.vigie.events.risk.RiskLevel;
import io.vigie.events.risk.Trigger;
import io.vigie.events.signal.Signal;
import io.vigie.events.wire.Event;
import io.vigie.events.wire.EventCodec;
import io.vigie.scorer.Timelines;
import io.vigie.scorer.learning.file.BroughtModelFile;
import io.vigie.scorer.learning.file.HistoryModelFile;
import io.vigie.scorer.learning.file.ModelFile;
import io.vigie.scorer.scoring.Agreement;
import io.vigie.scorer.scoring.BroughtModels;
import io.vigie.scorer.scoring.LearnedModels;
import io.vigie.scorer.scoring.ModelMaking;
import io.vigie.scorer.scoring.MonthOfModel;
import io.vigie.scorer.scoring.TrackRecord;
import io.vigie.scorer.watch.Watch;
import io.vigie.scorer.watch.WatchSettings;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
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
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happens live when another model speaks, or one is listened to beside it. */
class ModelSwitchTest {
    private static final Instant NOW = day(40);
    private static final HistoryModelFile FIRST = LearnedModels.boosted(21);
    private static final HistoryModelFile SECOND = LearnedModels.boosted(22);

    private final ModelsInUse models = new ModelsInUse(
            new ModelMaking(LearnedModels.EXPERTS), new ModelShelf(Path.of("target", "models-of-switches")));
    private TopologyTestDriver driver;
    private String experts;
    private TestInputTopic<String, byte[]> signals;
    private TestOutputTopic<String, byte[]> risks;

    @BeforeEach
    void start(@TempDir Path state) {
        Properties settings = new Properties();
        settings.put(StreamsConfig.STATE_DIR_CONFIG, state.toString());
        Watch watch = new Watch(CATALOGUE, SCORECARD, models, RULES, WatchSettings.DEFAULTS);
        experts = watch.predicting().notedAs("expert");
        driver = new TopologyTestDriver(
                ScorerTopology.build(
                        "t",
                        watch,
                        false,
                        Clock.fixed(NOW, ZoneOffset.UTC),
                        new Pace(models::version, 100),
                        Keeping.all(new SimpleMeterRegistry())),
                settings,
                NOW);
        signals = driver.createInputTopic("t.signals", new StringSerializer(), new ByteArraySerializer());
        risks = driver.createOutputTopic("t.risk", new StringDeserializer(), new ByteArrayDeserializer());
        admit(FIRST);
        admit(SECOND);
    }

    @AfterEach
    void stop() {
        driver.close();
    }

    @Test
    void throughTwoSwitchesNoSignalIsLostAndEachIsToldByWhoSpeaks() {
        happens("c-1", 38, "departure.threatened");
        promote(FIRST, ModelState.CHAMPION);
        happens("c-2", 38, "departure.threatened");
        promote(SECOND, ModelState.CHAMPION);
        happens("c-3", 38, "departure.threatened");

        List<RiskAssessed> told = told();

        assertThat(told).extracting(RiskAssessed::customer).containsExactly("c-1", "c-2", "c-3");
        assertThat(told.get(0).model()).startsWith("expert-1");
        assertThat(told.get(1).model()).startsWith(FIRST.id());
        assertThat(told.get(2).model()).startsWith(SECOND.id());
    }

    @Test
    void aGraphThatThrowsSaysNothingAsAShadowAndStopsNothing() {
        BroughtModelFile throwing = BroughtModels.throwing();
        admit(throwing);
        promote(throwing, ModelState.SHADOW);

        happens("c-1", 38, "departure.threatened");

        RiskAssessed told = told().getLast();
        assertThat(told.model()).startsWith("expert-1");
        assertThat(told.level()).isEqualTo(RiskLevel.AT_RISK);
        assertThat(models.model(throwing.id()).orElseThrow().failures()).isPositive();
        assertThat(driver.<String, byte[]>getKeyValueStore(StoreNames.TRACK)
                        .get(TrackKeys.agreement(experts, throwing.id())))
                .isNull();
    }

    @Test
    void aModelBroughtAlongSpeaksAsChampionAndGivesItsReasons() {
        BroughtModelFile network = BroughtModels.network();
        admit(network);
        promote(network, ModelState.CHAMPION);

        happens("c-1", 38, "complaint.filed");
        happens("c-1", 39, "departure.threatened");

        RiskAssessed told = told().getLast();
        assertThat(told.model()).startsWith(network.id());
        assertThat(told.trigger()).isEqualTo(Trigger.SIGNAL);
        assertThat(told.byChoice().reasons())
                .extracting(Reason::factor)
                .contains("complaint.filed", "departure.threatened");
        assertThat(told.byChoice().base()
                        + told.byChoice().reasons().stream()
                                .mapToDouble(Reason::logOdds)
                                .sum())
                .isCloseTo(told.byChoice().logOdds(), within(1e-9));
        assertThat(told.nextReview()).isPresent();
    }

    @Test
    void aNewChampionLooksAtEverybodyAgainAndOpensNoCase() {
        for (String type : LearnedModels.HAPPENINGS) {
            happens(type + " once", 38, type);
            happens(type + " twice", 37, type);
            happens(type + " twice", 38, type);
        }
        told();

        promote(FIRST, ModelState.CHAMPION);
        driver.advanceWallClockTime(Duration.ofSeconds(1));

        assertThat(told()).isNotEmpty().allSatisfy(risk -> {
            assertThat(risk.trigger()).isEqualTo(Trigger.MODEL);
            assertThat(risk.model()).startsWith(FIRST.id());
        });
    }

    @Test
    void aShadowScoresBesideTheChampionWithoutEffectAndIsHeldAgainstWhatCame() {
        promote(FIRST, ModelState.SHADOW);
        happens("stays", 38, "complaint.filed");
        happens("leaves", 38, "complaint.filed");
        happens("leaves", 39, "account.closed");

        assertThat(told()).extracting(RiskAssessed::model).allMatch(model -> model.startsWith("expert-1"));
        Agreement agreement = read(TrackKeys.agreement(experts, FIRST.id()), Agreement.class);
        assertThat(agreement.looks()).isEqualTo(2);
        assertThat(agreement.distance()).isPositive();

        driver.advanceWallClockTime(Duration.ofDays(91));

        TrackRecord record = read(TrackKeys.pair(experts, FIRST.id(), FIRST.id()), TrackRecord.class);
        assertThat(record.known()).isGreaterThanOrEqualTo(2);
        assertThat(record.leavers()).isEqualTo(1);
        MonthOfModel month = read(TrackKeys.months(FIRST.id()) + "2025-02", MonthOfModel.class);
        assertThat(month.customers()).isEqualTo(2);
        assertThat(month.bands().get(MonthOfModel.SCORE).stream()
                        .mapToLong(n -> n)
                        .sum())
                .isEqualTo(2);
        assertThat(month.record().leavers()).isEqualTo(1);
    }

    @Test
    void theScorecardIsHeldAgainstWhatCameAsModelsAre() {
        happens("stays", 38, "complaint.filed");
        happens("leaves", 38, "complaint.filed");
        happens("leaves", 39, "account.closed");

        driver.advanceWallClockTime(Duration.ofDays(91));

        MonthOfModel month = read(TrackKeys.months(experts) + "2025-02", MonthOfModel.class);
        assertThat(month.customers()).isEqualTo(2);
        assertThat(month.record().known()).isEqualTo(2);
        assertThat(month.record().leavers()).isEqualTo(1);
        assertThat(month.bands()).containsKeys("complaint.filed", "silence", MonthOfModel.SCORE);
    }

    @Test
    void whatIsSaidOfLongAgoIsNoPredictionAndHeldAgainstNothing() {
        promote(FIRST, ModelState.SHADOW);

        happens("c-1", 30, "complaint.filed");

        assertThat(keys()).isEmpty();
    }

    @Test
    void whileSignalsWaitNobodyIsTakenForSilent() {
        ProducerRecord<String, byte[]> order = signal("c-1", -500, "order.placed");
        signals.pipeInput(new TestRecord<>(order.key(), order.value(), order.headers(), day(-499)));
        told();

        driver.advanceWallClockTime(Duration.ofSeconds(1));
        assertThat(told()).isEmpty();

        driver.advanceWallClockTime(Duration.ofSeconds(10));
        assertThat(told()).isNotEmpty();
    }

    @Test
    void ofWhoIsErasedNothingIsKeptToWaitFor() {
        promote(FIRST, ModelState.SHADOW);
        happens("c-1", 38, "complaint.filed");
        assertThat(keys()).anyMatch(key -> key.contains("c-1"));

        send(EventCodec.record("t.signals", Event.of("e-1", "/ingest", "c-1", NOW, new CustomerErased(NOW))));

        assertThat(keys()).noneMatch(key -> key.contains("c-1")).isNotEmpty();
    }

    private void admit(ModelFile file) {
        models.heard(new ModelAdmitted(
                file.id(),
                file.kind(),
                file.origin(),
                NOW,
                "analyst",
                new String(file.bytes(), StandardCharsets.UTF_8)));
    }

    private void promote(ModelFile file, ModelState to) {
        models.heard(new ModelPromoted(file.id(), to, false, NOW, "analyst", "it is a test"));
    }

    private KeyValueStore<String, byte[]> track() {
        return driver.getKeyValueStore(StoreNames.TRACK);
    }

    private List<String> keys() {
        List<String> keys = new java.util.ArrayList<>();
        try (var rows = track().all()) {
            rows.forEachRemaining(row -> keys.add(row.key));
        }
        return keys;
    }

    private <T> T read(String key, Class<T> type) {
        return Cbor.read(track().get(key), type);
    }

    private List<RiskAssessed> told() {
        return risks.readRecordsToList().stream()
                .map(out -> (RiskAssessed)
                        EventCodec.read(out.key(), out.headers(), out.value()).data())
                .toList();
    }

    private void happens(String customer, double day, String type) {
        send(signal(customer, day, type));
    }

    private static ProducerRecord<String, byte[]> signal(String customer, double day, String type) {
        return EventCodec.record(
                "t.signals",
                new Signal("crm", type + day, type, customer, day(day), Timelines.json("{}"), Optional.empty()));
    }

    private void send(ProducerRecord<String, byte[]> record) {
        signals.pipeInput(new TestRecord<>(record.key(), record.value(), record.headers()));
    }
}

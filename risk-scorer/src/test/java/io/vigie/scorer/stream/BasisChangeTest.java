package io.vigie.scorer.stream;

import static io.vigie.scorer.Timelines.CATALOGUE;
import static io.vigie.scorer.Timelines.CUSTOMER;
import static io.vigie.scorer.Timelines.RULES;
import static io.vigie.scorer.Timelines.SCORECARD;
import static io.vigie.scorer.Timelines.catalogueWhere;
import static io.vigie.scorer.Timelines.changed;
import static io.vigie.scorer.Timelines.day;
import static io.vigie.scorer.Timelines.on;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vigie.events.risk.LifeState;
import io.vigie.events.risk.RiskAssessed;
import io.vigie.events.risk.Trigger;
import io.vigie.events.signal.SignalCatalogue;
import io.vigie.scorer.model.Scorecard;
import io.vigie.scorer.profile.Entry;
import io.vigie.scorer.profile.Fold;
import io.vigie.scorer.watch.Hindsight;
import io.vigie.scorer.watch.Standing;
import io.vigie.scorer.watch.Watch;
import io.vigie.scorer.watch.WatchSettings;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happens to what is kept when the files have changed that it was worked out by. */
class BasisChangeTest {
    private static final Instant NOW = day(40);
    private static final Instant SOON = NOW.plusSeconds(600);
    private static final Watch BEFORE = new Watch(CATALOGUE, SCORECARD, RULES, WatchSettings.DEFAULTS);

    @TempDir
    private Path files;

    @TempDir
    private Path kept;

    @Test
    void aNewWeightIsToldThoughNothingCame() {
        Watch after = by(catalogueWhere(files, "complaint.filed", "weight: 1.3", "weight: 3.5"), SCORECARD);

        try (Driven stream = takenOver(after, on(38, "complaint.filed"))) {
            stream.secondsPass(2);

            RiskAssessed told = stream.lastRisk();
            assertThat(told.trigger()).isEqualTo(Trigger.MODEL);
            assertThat(told.level()).isGreaterThan(told.previousLevel());
            stream.secondsPass(5);
            assertThat(stream.risks()).isEmpty();
        }
    }

    @Test
    void withANewHalfLifeARiskIsWhatItsTimelineComesTo() {
        Watch after = by(catalogueWhere(files, "support.called", "halfLifeDays: 30", "halfLifeDays: 7"), SCORECARD);
        Entry[] calls = {on(10, "support.called"), on(20, "support.called"), on(30, "support.called")};

        try (Driven stream = takenOver(after, calls)) {
            assertThat(after.assess(standing(stream), CUSTOMER, SOON, SOON).probability())
                    .isNotEqualTo(asOfSoon(after, stream));

            stream.secondsPass(2);

            double now = after.assess(standing(stream), CUSTOMER, SOON, SOON).probability();
            assertThat(now).isEqualTo(asOfSoon(after, stream));
            assertThat(new Hindsight(after)
                            .ledger(timeline(stream), CUSTOMER, SOON)
                            .orElseThrow()
                            .probability())
                    .isEqualTo(now);
        }
    }

    @Test
    void whatIsNoLongerKeptOneByOneStaysCountedAndFadesAsTypesSayNow() {
        SignalCatalogue sooner = catalogueWhere(files, "support.called", "halfLifeDays: 30", "halfLifeDays: 7");
        List<Entry> calls = List.of(on(10, "support.called"), on(20, "support.called"));
        Entry last = on(30, "support.called");
        Entry earlier = new Entry.Earlier(CUSTOMER, new Fold(CATALOGUE, RULES).of(calls));

        var count = new Fold(sooner, RULES).of(List.of(earlier, last)).counts().get("support.called");

        double there = 1 + Math.pow(2, -10 / 30.0);
        assertThat(count.at(day(30))).isEqualTo(1 + there * Math.pow(2, -10 / 7.0));
        assertThat(count.halfLifeDays()).isEqualTo(7);
        assertThat(new Fold(CATALOGUE, RULES).of(List.of(earlier, last)))
                .isEqualTo(new Fold(CATALOGUE, RULES).of(List.of(calls.get(0), calls.get(1), last)));
    }

    @Test
    void whoCountedAsLostIsLookedAtAgainWhereTheyNoLongerWould() {
        Watch early = by(CATALOGUE, scorecardWhere("days: 485", "days: 20"));

        try (Driven stream = takenOver(early, BEFORE, on(10, "order.placed", "{\"amount\":1000}"))) {
            stream.secondsPass(2);

            RiskAssessed told = stream.lastRisk();
            assertThat(told.life().state()).isEqualTo(LifeState.ACTIVE);
            assertThat(standing(stream).nextReview()).isPresent();
        }
    }

    @Test
    void whatTheScorecardSaidBeforeIsHeldAgainstWhatCameByItself() {
        Watch after = by(catalogueWhere(files, "complaint.filed", "weight: 1.3", "weight: 3.5"), SCORECARD);

        assertThat(after.predicting().notedAs("expert"))
                .isNotEqualTo(BEFORE.predicting().notedAs("expert"))
                .startsWith("expert@");
        assertThat(after.predicting().notedAs("learned-1")).isEqualTo("learned-1");
    }

    private Scorecard scorecardWhere(String of, String becomes) {
        return Scorecard.from(changed(files, "/scorecard.yaml", of, becomes));
    }

    private static Watch by(SignalCatalogue catalogue, Scorecard scorecard) {
        return new Watch(catalogue, scorecard, scorecard.lifeRules(RULES.zone()), WatchSettings.DEFAULTS);
    }

    private Driven takenOver(Watch after, Entry... entries) {
        return takenOver(BEFORE, after, entries);
    }

    /** A scorer that goes on by other files from what one before had kept. */
    private Driven takenOver(Watch before, Watch after, Entry... entries) {
        Driven next = live(after, kept.resolve("after"));
        next.secondsPass(1);
        try (Driven first = live(before, kept.resolve("before"))) {
            List.of(entries).forEach(first::send);
            first.secondsPass(60);
            next.takeOver(first);
        }
        return next;
    }

    private static Driven live(Watch watch, Path state) {
        return new Driven(
                ScorerTopology.build(
                        "t",
                        watch,
                        false,
                        Clock.fixed(NOW, ZoneOffset.UTC),
                        Pace.none(),
                        Keeping.all(new SimpleMeterRegistry())),
                state,
                NOW);
    }

    private static Standing standing(Driven stream) {
        return stream.<String, Standing>store(StoreNames.STANDINGS).get(CUSTOMER);
    }

    private static List<Entry> timeline(Driven stream) {
        return Timeline.of(CUSTOMER, stream.store(StoreNames.TIMELINE));
    }

    private static double asOfSoon(Watch watch, Driven stream) {
        return watch.assessAsOf(timeline(stream), CUSTOMER, SOON).orElseThrow().probability();
    }
}

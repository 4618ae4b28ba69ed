package io.vigie.scorer.scoring;

import static io.vigie.scorer.Timelines.CATALOGUE;
import static io.vigie.scorer.Timelines.CUSTOMER;
import static io.vigie.scorer.Timelines.RULES;
import static io.vigie.scorer.Timelines.SCORECARD;
import static io.vigie.scorer.Timelines.day;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.vigie.events.risk.LifeState;
import io.vigie.events.risk.Reason;
import io.vigie.events.risk.RiskAssessed;
import io.vigie.events.risk.RiskLevel;
import io.vigie.events.risk.RiskShare;
import io.vigie.events.signal.RiskKind;
import io.vigie.events.signal.SignalCatalogue;
import io.vigie.scorer.Timelines;
import io.vigie.scorer.learning.file.HistoryModelFile;
import io.vigie.scorer.learning.file.ModelFile;
import io.vigie.scorer.model.Bounds;
import io.vigie.scorer.model.Outlook;
import io.vigie.scorer.model.RiskModel;
import io.vigie.scorer.profile.Entry;
import io.vigie.scorer.profile.Fold;
import io.vigie.scorer.profile.Profile;
import io.vigie.scorer.watch.Standing;
import io.vigie.scorer.watch.Watch;
import io.vigie.scorer.watch.WatchSettings;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LearnedModelTest {
    private static final List<RiskKind> BOTH = List.of(RiskKind.BY_CHOICE, RiskKind.UNPAID);
    private static final Fold FOLD = new Fold(CATALOGUE, RULES);
    private static final HistoryModelFile BOOSTED = LearnedModels.boosted(1);
    private static final ScoringModel OF_NO_DATA = LearnedModels.ready(LearnedModels.ofNoData());
    private static final List<ScoringModel> LEARNED =
            List.of(LearnedModels.ready(BOOSTED), LearnedModels.ready(LearnedModels.halfLearned()), OF_NO_DATA);

    @Provide
    Arbitrary<List<Entry>> timelines() {
        return Timelines.any();
    }

    @Property(tries = 25)
    void learnedOfNothingItSaysWhatTheScorecardSays(@ForAll("timelines") List<Entry> timeline) {
        Profile profile = FOLD.of(timeline);
        Outlook experts = LearnedModels.EXPERTS.outlook(profile);
        Outlook learned = OF_NO_DATA.outlook(profile);

        for (Instant at : List.of(day(731), day(760), day(900))) {
            for (RiskKind kind : BOTH) {
                double clipped = Math.clamp(experts.logOdds(kind, at), -9.21, 9.21);
                assertThat(learned.logOdds(kind, at)).isCloseTo(clipped, within(1e-3));
                if (Math.abs(clipped) < 9) {
                    assertThat(learned.logOdds(kind, at)).isCloseTo(experts.logOdds(kind, at), within(1e-9));
                }
            }
        }
    }

    @Property(tries = 25)
    void reasonsAddUpExactly(@ForAll("timelines") List<Entry> timeline) {
        Profile profile = FOLD.of(timeline);
        for (ScoringModel model : LEARNED) {
            Outlook outlook = model.outlook(profile);
            double both = 0;
            for (RiskKind kind : BOTH) {
                RiskShare share = outlook.share(kind, day(740));
                double sum = share.base()
                        + share.reasons().stream().mapToDouble(Reason::logOdds).sum();
                assertThat(sum).isCloseTo(share.logOdds(), within(1e-9));
                assertThat(share.logOdds()).isCloseTo(outlook.logOdds(kind, day(740)), within(1e-12));
                both += share.probability();
            }
            assertThat(both).isCloseTo(outlook.probability(day(740)), within(1e-12));
        }
    }

    @Property(tries = 25)
    void betweenBreaksTheBoundsHold(@ForAll("timelines") List<Entry> timeline) {
        Profile profile = FOLD.of(timeline);
        for (ScoringModel model : LEARNED) {
            Outlook outlook = model.outlook(profile);
            Instant from = timeline.getLast().time().plusSeconds(1);
            for (int days = 1; days <= 64; days *= 2) {
                Instant to = from.plus(Duration.ofDays(days));
                if (outlook.breaks().subSet(from, true, to, true).isEmpty()) {
                    for (RiskKind kind : BOTH) {
                        Bounds bounds = outlook.bounds(kind, from, to);
                        for (int part = 0; part <= 20; part++) {
                            Instant at = from.plus(Duration.ofHours(24L * days * part / 20));
                            assertThat(outlook.logOdds(kind, at)).isBetween(bounds.low() - 1e-9, bounds.high() + 1e-9);
                        }
                    }
                }
            }
        }
    }

    @Property(tries = 4)
    void noCrossingOfALevelBetweenReviewsIsMissed(@ForAll("timelines") List<Entry> timeline) {
        Watch watch = new Watch(
                CATALOGUE, SCORECARD, Speaking.always(LearnedModels.ready(BOOSTED)), RULES, WatchSettings.DEFAULTS);
        Standing standing = Standing.NEW;
        for (Entry entry : timeline) {
            standing = watch.take(standing, entry, List::of, entry.time()).standing();
        }
        for (int review = 0; review < 8 && standing.nextReview().isPresent(); review++) {
            Instant from = standing.asOf().orElseThrow();
            Instant due = standing.nextReview().orElseThrow();
            RiskAssessed now = watch.assess(standing, CUSTOMER, from, from);
            for (Instant at = from;
                    at.isBefore(due) && now.life().state() != LifeState.LOST;
                    at = at.plus(Duration.ofHours(7))) {
                RiskLevel there = watch.assess(standing, CUSTOMER, at, at).level();
                assertThat(there).as("level at %s, next review %s", at, due).isEqualTo(standing.level());
            }
            standing = watch.review(standing, CUSTOMER, due, due).standing();
        }
    }

    @Test
    void whatWasNeverMetInLearningKeepsTheExpertsWeight() {
        Profile before = FOLD.of(List.of(Timelines.on(1, "complaint.filed")));
        Profile after = FOLD.of(List.of(Timelines.on(1, "complaint.filed"), Timelines.on(2, "competitor.mentioned")));
        ScoringModel model = LearnedModels.ready(LearnedModels.ofNoData());

        double moved = model.outlook(after).logOdds(RiskKind.BY_CHOICE, day(2))
                - model.outlook(before).logOdds(RiskKind.BY_CHOICE, day(2));

        assertThat(moved).isCloseTo(1.0, within(1e-9));
    }

    /** Under the name that files of before gave it too. */
    @ParameterizedTest
    @ValueSource(strings = {"complaint.filed", "complaint.filed 1.30"})
    void whatWasLearnedStaysWhenTheExpertsChangeTheirMind(String name, @TempDir Path own) throws IOException {
        try (InputStream shipped = SignalCatalogue.class.getResourceAsStream("/catalogue/complaint.filed.yaml")) {
            String text = new String(shipped.readAllBytes(), StandardCharsets.UTF_8);
            Files.writeString(own.resolve("complaint.yaml"), text.replace("weight: 1.3", "weight: 1.4"));
        }
        RiskModel changed = new RiskModel(SignalCatalogue.with(own), SCORECARD, RULES);
        String file = new String(BOOSTED.bytes(), StandardCharsets.UTF_8)
                .replace("\"complaint.filed\"", "\"" + name + "\"")
                .replace("\"factor\" : \"" + name + "\"", "\"factor\" : \"complaint.filed\"");
        Profile complained = FOLD.of(List.of(Timelines.on(1, "complaint.filed")));

        Outlook then = LearnedModels.ready(BOOSTED).outlook(complained);
        Outlook now = new ModelMaking(changed).make(ModelFile.read(file)).outlook(complained);

        for (RiskKind kind : BOTH) {
            assertThat(now.logOdds(kind, day(3))).isEqualTo(then.logOdds(kind, day(3)));
        }
    }

    @Test
    void levelsAreMultiplesOfTheLearnedBase() {
        Profile consumer = FOLD.of(List.of(Timelines.on(1, "complaint.filed")));

        assertThat(LearnedModels.ready(BOOSTED).outlook(consumer).base()).isEqualTo(.08);
    }

    @Test
    void aFileReadBackIsTheSameModelUnderTheSameName() {
        ModelFile read = ModelFile.read(new String(BOOSTED.bytes(), StandardCharsets.UTF_8));

        assertThat(read).isEqualTo(BOOSTED);
        assertThat(read.id()).isEqualTo(BOOSTED.id()).matches("m-[0-9a-f]{12}");
        assertThat(LearnedModels.boosted(3).id()).isNotEqualTo(BOOSTED.id());
    }

    @Test
    void aFileThatCannotBeWalkedIsRefusedSayingWhy() {
        String text = new String(BOOSTED.bytes(), StandardCharsets.UTF_8);

        for (String wrong : List.of(
                "",
                "[]",
                "{}",
                text.replaceFirst("\"input\" : 0,", "\"input\" : 900,"),
                text.replaceFirst("\"left\" : 1,", "\"left\" : 0,"),
                text.replaceFirst("\"version\" : 1,", "\"version\" : 9,"),
                text.replaceFirst("\"risk\" : \"unpaid\"", "\"risk\" : \"by-choice\""))) {
            assertThatThrownBy(() -> ModelFile.read(wrong))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("model file");
        }
    }
}

package io.vigie.scorer.scoring;

import static io.vigie.scorer.Timelines.CATALOGUE;
import static io.vigie.scorer.Timelines.RULES;
import static io.vigie.scorer.Timelines.day;
import static io.vigie.scorer.Timelines.on;
import static io.vigie.scorer.scoring.BroughtModels.NAMES;
import static io.vigie.scorer.scoring.BroughtModels.file;
import static io.vigie.scorer.scoring.BroughtModels.says;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.vigie.events.risk.Reason;
import io.vigie.events.risk.RiskShare;
import io.vigie.events.signal.RiskKind;
import io.vigie.scorer.Timelines;
import io.vigie.scorer.learning.calibration.Calibration;
import io.vigie.scorer.learning.file.BroughtModelFile;
import io.vigie.scorer.learning.file.BroughtModelFile.Says;
import io.vigie.scorer.learning.file.ModelFile;
import io.vigie.scorer.learning.file.Scale;
import io.vigie.scorer.model.Outlook;
import io.vigie.scorer.model.RiskModel;
import io.vigie.scorer.profile.Entry;
import io.vigie.scorer.profile.Fold;
import io.vigie.scorer.profile.Profile;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class BroughtModelTest {
    private static final RiskModel EXPERTS = new RiskModel(CATALOGUE, Timelines.SCORECARD, RULES);
    private static final Fold FOLD = new Fold(CATALOGUE, RULES);

    @Property(tries = 60)
    void reasonsAddUpToWhatTheModelSays(@ForAll("timelines") List<Entry> entries) {
        Profile profile = FOLD.of(entries);
        Outlook outlook = model().outlook(profile);

        for (double when : new double[] {731, 790}) {
            RiskShare share = outlook.share(RiskKind.BY_CHOICE, day(when));
            double sum = share.base()
                    + share.reasons().stream().mapToDouble(Reason::logOdds).sum();

            assertThat(sum).isCloseTo(outlook.logOdds(RiskKind.BY_CHOICE, day(when)), within(1e-9));
            assertThat(share.probability()).isBetween(0.0, 1.0);
        }
    }

    @Provide
    Arbitrary<List<Entry>> timelines() {
        return Timelines.any();
    }

    @Test
    void whatItSaysIsWhatTheNetworkComputes() {
        Profile profile = FOLD.of(List.of(on(0, "complaint.filed"), on(0, "departure.threatened")));
        double p = model().outlook(profile).logOdds(RiskKind.BY_CHOICE, day(0));

        // one complaint and one threat read 1 each, tenure 0: relu(0.9 + 1.1 - 0.5) · 1.2 - 3
        assertThat(p).isCloseTo(1.5 * 1.2 - 3, within(1e-5));
    }

    @Test
    void ofARiskItSaysNothingOnTheScorecardSpeaks() {
        Profile profile = FOLD.of(List.of(on(0, "payment.failed")));
        Outlook outlook = model().outlook(profile);

        assertThat(outlook.logOdds(RiskKind.UNPAID, day(3)))
                .isEqualTo(EXPERTS.outlook(profile).logOdds(RiskKind.UNPAID, day(3)));
        assertThat(outlook.probability(day(3)))
                .isCloseTo(
                        outlook.share(RiskKind.BY_CHOICE, day(3)).probability()
                                + outlook.share(RiskKind.UNPAID, day(3)).probability(),
                        within(1e-12));
    }

    @Test
    void boundsHoldWhatIsSaidAtTheInstantsAskedFor() {
        Profile profile = FOLD.of(List.of(on(0, "complaint.filed"), on(1, "support.called")));
        Outlook outlook = model().outlook(profile);
        var bounds = outlook.bounds(RiskKind.BY_CHOICE, day(2), day(18));

        for (double when = 2; when <= 18; when += 2) {
            assertThat(outlook.logOdds(RiskKind.BY_CHOICE, day(when)))
                    .isBetween(bounds.low() - 1e-9, bounds.high() + 1e-9);
        }
    }

    @Test
    void aCalibrationIsApplied() {
        Says calibrated =
                new Says("p", 0, RiskKind.BY_CHOICE, Scale.PROBABILITY, Optional.of(new Calibration.Platt(1, 0.5)));
        Profile profile = FOLD.of(List.of(on(0, "complaint.filed"), on(0, "departure.threatened")));

        assertThat(new BroughtModel(file(NAMES, calibrated), EXPERTS)
                        .outlook(profile)
                        .logOdds(RiskKind.BY_CHOICE, day(0)))
                .isCloseTo(1 + 0.5 * (1.5 * 1.2 - 3), within(1e-5));
    }

    @Test
    void anAttributeThatIsNoFiniteNumberIsAsTypical() {
        for (String told : List.of("NaN", "Infinity", "-Infinity", "1e300", "many")) {
            Profile profile = FOLD.of(List.of(Timelines.known(Map.of("seats", told))));

            assertThat(CustomerFeatures.value("attribute.seats", 3, Map.of(), profile))
                    .as(told)
                    .isEqualTo(3);
        }
    }

    /** The network's own figures overflow once both have been heard, and only then. */
    @Test
    void whereTheModelHasNoAnswerTheScorecardSpeaksAndItIsCounted() {
        BroughtModel broken = new BroughtModel(BroughtModels.overflowing(), EXPERTS);
        Profile fine = FOLD.of(List.of(on(0, "payment.failed")));
        Profile loud = FOLD.of(List.of(
                on(0, "complaint.filed"),
                on(0, "departure.threatened"),
                on(0.001, "complaint.filed"),
                on(0.001, "departure.threatened")));

        assertThat(broken.outlook(fine).probability(day(0))).isFinite();
        assertThat(broken.failures()).isZero();

        Outlook outlook = broken.outlook(loud);
        Outlook experts = EXPERTS.outlook(loud);
        var bounds = outlook.bounds(RiskKind.BY_CHOICE, day(0.01), day(8));
        assertThat(outlook.probability(day(0.01))).isEqualTo(experts.probability(day(0.01)));
        assertThat(outlook.share(RiskKind.BY_CHOICE, day(0.01)).reasons())
                .isEqualTo(experts.share(RiskKind.BY_CHOICE, day(0.01)).reasons());
        assertThat(bounds.low()).isFinite().isLessThanOrEqualTo(bounds.high());
        assertThat(bounds.high()).isFinite();
        assertThat(broken.failures()).isPositive();
    }

    @Test
    void theFileIsReadBackAsItWasAndKeepsItsName() {
        BroughtModelFile file = file(NAMES, says("p", 0));

        assertThat(ModelFile.read(file.bytes())).isEqualTo(file);
        assertThat(ModelFile.read(file.bytes()).id()).isEqualTo(file.id());
    }

    @Test
    void whatCannotSpeakIsRefusedSayingHowToMendIt() {
        refused(
                file(
                        Stream.concat(NAMES.stream().skip(1), Stream.of("horoscope"))
                                .toList(),
                        says("p", 0)),
                "horoscope");
        refused(file(NAMES.subList(0, 5), says("p", 0)), "reads 13 inputs, the manifest names 5");
        refused(file(NAMES, says("q", 0)), "no output \"q\"");
        refused(file(NAMES, says("p", 3)), "a column 3");
        refused(withGraph(new byte[] {1, 2, 3}), "cannot be loaded");
        refused(withGraph(new byte[BroughtModelFile.LARGEST + 1]), "1048576");
        assertThatThrownBy(() -> file(List.of(), says("p", 0))).hasMessageContaining("inputs");
    }

    @Test
    void aModelOfAnotherHorizonIsRefusedAndOneThatSaysNothingIsTakenAtTheScorecards() {
        String file = new String(file(NAMES, says("p", 0)).bytes(), StandardCharsets.UTF_8);
        assertThat(file).doesNotContain("horizonDays");
        ModelFile other = ModelFile.read(file.replaceFirst("\\{", "{\"horizonDays\": 30,"));
        ModelFile same = ModelFile.read(file.replaceFirst("\\{", "{\"horizonDays\": 90,"));

        assertThatThrownBy(() -> new ModelMaking(EXPERTS).make(other))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("within 30 days")
                .hasMessageContaining("the 90 days of the scorecard");
        assertThat(new ModelMaking(EXPERTS).make(same).id()).isNotEqualTo(other.id());
    }

    @Test
    void aWeightThatNothingHasIsRefusedNamingThoseThereAre() {
        List<String> off = Stream.concat(NAMES.stream().skip(1), Stream.of("survey.answered 0.95"))
                .toList();
        List<String> byName = Stream.concat(NAMES.stream().skip(1), Stream.of("survey.answered/detractor"))
                .toList();

        assertThatThrownBy(() -> new ModelMaking(EXPERTS).admit(file(off, says("p", 0))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("[survey.answered 0.95]")
                .hasMessageContaining("survey.answered 0.90, ");
        assertThat(new ModelMaking(EXPERTS).admit(file(byName, says("p", 0))).id())
                .startsWith("m-");
    }

    private static void refused(BroughtModelFile file, String words) {
        assertThatThrownBy(() -> new BroughtModel(file, EXPERTS))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(words);
    }

    private static BroughtModel model() {
        return new BroughtModel(file(NAMES, says("p", 0)), EXPERTS);
    }

    private static BroughtModelFile withGraph(byte[] graph) {
        return file(NAMES, says("p", 0), graph);
    }
}

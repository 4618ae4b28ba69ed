package io.vigie.scorer.explanation;

import static io.vigie.scorer.Timelines.CATALOGUE;
import static io.vigie.scorer.Timelines.CUSTOMER;
import static io.vigie.scorer.Timelines.day;
import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.events.reasons.Wording;
import io.vigie.events.risk.Reason;
import io.vigie.events.risk.RiskAssessed;
import io.vigie.scorer.Timelines;
import io.vigie.scorer.learning.history.Habits;
import io.vigie.scorer.model.RiskModel;
import io.vigie.scorer.profile.Entry;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class LetterWriterTest {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final List<Entry> TIMELINE = List.of(
            Timelines.on(0, "order.placed", "{\"amount\":12000,\"currency\":\"EUR\"}"),
            Timelines.on(10, "complaint.filed", "{\"complaint\":\"a\",\"text\":\"secret words\"}"),
            Timelines.on(20, "complaint.filed", "{\"complaint\":\"b\"}"),
            Timelines.on(25, "complaint.resolved", "{\"complaint\":\"a\",\"remedy\":\"apology\"}"),
            Timelines.on(90, "termination.notified", "{}"));
    private static final RiskAssessed RISK =
            Timelines.watch().assessAsOf(TIMELINE, CUSTOMER, day(30)).orElseThrow();

    @Test
    void theCustomerIsToldEstimateReasonsDataLogicConsequencesAndRights() {
        Letter letter = writer("en").toScored(RISK, TIMELINE);

        assertThat(letter.parts())
                .extracting(Letter.Part::heading)
                .containsExactly(
                        "What we work out",
                        "What it rests on in your case",
                        "Which data we use",
                        "How it is worked out",
                        "What it leads to",
                        "What you can ask of us");
        assertThat(letter.text())
                .contains(
                        "within 90 days",
                        "31 January 2025",
                        "Two complaints since 11 January 2025, one of them still open: "
                                + "this raises the risk of leaving",
                        "Complaint filed: 2 times, from 11 January 2025 to 21 January 2025",
                        "Order placed: once, on 1 January 2025",
                        "Article 21")
                .doesNotContain("secret words", "{", "Notice of termination");
    }

    @Test
    void itIsWrittenInFrenchToo() {
        assertThat(writer("fr").toScored(RISK, TIMELINE).text())
                .contains(
                        "dans les 90 jours",
                        "Deux réclamations depuis le 11 janvier 2025, dont une toujours en cours",
                        "Réclamation déposée : 2 fois",
                        "article 21")
                .doesNotContain("{");
    }

    @Test
    void everyReasonHasItsSentenceAndNoneShowsLogOdds() {
        List<ToldReason> told =
                ToldReason.of(RISK, ToldReason.heard(RISK, TIMELINE, CATALOGUE), new Wording(CATALOGUE, "en", PARIS));

        assertThat(told)
                .hasSize(RISK.byChoice().reasons().size()
                        + RISK.unpaid().reasons().size());
        assertThat(told).isSortedAccordingTo((a, b) -> Double.compare(size(b.reason()), size(a.reason())));
        assertThat(told).allSatisfy(one -> assertThat(one.sentence()).doesNotContainPattern("[0-9][.,][0-9]"));
    }

    @Test
    void whateverAModelMayReadHasWords() {
        Set<String> factors = new TreeSet<>(new RiskModel(CATALOGUE, Timelines.SCORECARD, Timelines.RULES).factors());
        factors.addAll(Habits.NAMES);
        factors.addAll(Set.of("calibration", "others", "contract", "business"));

        for (String language : List.of("en", "fr")) {
            Wording wording = new Wording(CATALOGUE, language, PARIS);
            assertThat(factors).allSatisfy(factor -> assertThat(wording.name(factor))
                    .as("a name for %s in reasons/%s.yaml", factor, language)
                    .isNotEqualTo(factor));
        }
    }

    @Test
    void whoObjectsIsToldThatNothingIsMadeOfWhatIsKept() {
        Letter letter = writer("en").toObjecting(CUSTOMER, day(30), TIMELINE);

        assertThat(letter.text())
                .contains("You have objected to profiling", "Complaint filed: 2 times", "withdraw")
                .doesNotContain("risk of leaving", "%");
    }

    private static double size(Reason reason) {
        return Math.abs(reason.logOdds());
    }

    private static LetterWriter writer(String language) {
        return new LetterWriter(CATALOGUE, new Wording(CATALOGUE, language, PARIS));
    }
}

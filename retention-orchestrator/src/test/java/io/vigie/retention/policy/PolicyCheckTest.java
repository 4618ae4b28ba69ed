package io.vigie.retention.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.retention.law.LawBook;
import java.time.ZoneId;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** What is wrong with a policy is found before it decides on anybody, and named. */
class PolicyCheckTest {
    private static final PolicyText SHIPPED = PolicyText.shipped();
    private static final LawBook LAWS = LawBook.shipped();

    @Test
    void theShippedPolicyHasNoFlaw() {
        assertThat(flaws(SHIPPED)).isEmpty();
    }

    @Test
    void aRowThatOneBeforeItSwallowsIsNamed() {
        assertThat(table(dmn -> dmn.replace(">&gt;= 5000<", ">&gt;= 6000<"))).isEmpty();
        assertThat(table(dmn -> dmn.replace(">&gt;= 50000<", ">&gt;= 4000<")))
                .extracting(Flaw::where)
                .containsExactly("row-10-value", "row-16-win-back-business");
    }

    @Test
    void aRowThatSeveralBeforeItSwallowTogetherIsNamed() {
        assertThat(table(dmn -> dmn.replace(
                        "<inputEntry id=\"row-6-complaint-letter-in-9\"><text>false</text>",
                        "<inputEntry id=\"row-6-complaint-letter-in-9\"><text>-</text>")))
                .isEmpty();
        assertThat(table(dmn -> dmn.replace(
                        "<inputEntry id=\"row-13-urgent-in-14\"><text>&gt;= 150</text>",
                        "<inputEntry id=\"row-13-urgent-in-14\"><text>&gt;= 400</text>")))
                .extracting(Flaw::where)
                .containsExactly("row-13-urgent");
    }

    @Test
    void whatNobodyCanAnswerIsNamed() {
        assertThat(table(dmn -> dmn.replace("<text>strategic</text>", "<text>shoe size</text>")
                        .replace("name=\"strategic\"", "name=\"shoe size\"")))
                .singleElement()
                .satisfies(flaw -> assertThat(flaw.reason()).contains("shoe size", "can ask"));
        assertThat(table(dmn -> dmn.replace("\"urgent\"</text>", "\"dire\"</text>")))
                .isNotEmpty()
                .allSatisfy(flaw -> assertThat(flaw.reason()).contains("dire", "stable, watch, at-risk, urgent"));
    }

    @Test
    void aTableThatLeavesCustomersWithoutAnAnswerIsRefused() {
        assertThat(table(dmn -> dmn.replaceAll("(?s)      <rule id=\"row-17-keep-watching\">.*?</rule>\n", "")))
                .singleElement()
                .satisfies(flaw -> assertThat(flaw.reason()).contains("match no row"));
    }

    @Test
    void aRowThatAsksForWhatNobodyDoesIsNamed() {
        assertThat(table(dmn -> dmn.replaceFirst("\"letter-desk\"", "\"night-shift\"")))
                .singleElement()
                .satisfies(flaw -> {
                    assertThat(flaw.where()).isEqualTo("row-13-urgent");
                    assertThat(flaw.reason()).contains("night-shift", "call-centre");
                });
    }

    @Test
    void figuresThatAreMissingUnknownOrImpossibleAreNamed() {
        assertThat(figures(yaml -> yaml.replace("holidays: FR", "holidays: ZZ")))
                .singleElement()
                .satisfies(flaw -> assertThat(flaw.reason()).contains("public holidays of \"ZZ\""));
        assertThat(figures(yaml -> yaml.replace("country: FR", "country: ZZ")))
                .singleElement()
                .satisfies(flaw -> assertThat(flaw.reason()).contains("no law is known for ZZ"));
        assertThat(figures(yaml -> yaml.replaceAll("  letter: \\{cost.*\n", "")))
                .singleElement()
                .satisfies(flaw -> assertThat(flaw.reason()).contains("lacks actions: letter"));
        assertThat(figures(yaml -> yaml.replace("winBackAfterDays: 10", "")))
                .singleElement()
                .satisfies(flaw -> assertThat(flaw.reason()).contains("winBackAfterDays must be 1 day or more"));
        assertThat(figures(yaml -> yaml.replace("  opens: \"09:00\"\n", "")))
                .singleElement()
                .satisfies(flaw -> assertThat(flaw.reason()).contains("lacks businessHours: opens"));
        assertThat(figures(yaml -> yaml.replace("exploration: 0.05", "exploration: 1.5")))
                .singleElement()
                .satisfies(flaw -> assertThat(flaw.reason()).contains("exploration must be 0 to below 1"));
        assertThat(figures(yaml -> yaml + "\nexplorations: 1\n"))
                .singleElement()
                .satisfies(flaw -> assertThat(flaw.reason()).contains("explorations"));
    }

    @Test
    void everyWordOfThePolicyIsReadOutInBothLanguages() {
        Wording.Words words = Wording.all();
        for (Question question : Question.values()) {
            assertThat(words.questions().get(question.inTable())).containsKeys("en", "fr");
            if (!question.yesOrNo()) {
                question.answers().forEach(answer -> assertThat(words.answers().get(answer))
                        .as(answer)
                        .containsKeys("en", "fr"));
            }
        }
        assertThat(words.phrases().values())
                .allSatisfy(phrase -> assertThat(phrase).containsKeys("en", "fr"));
        for (ReadRow row : Policies.still().readOut().rows()) {
            assertThat(new Wording("fr").of(row)).startsWith("Si ").doesNotContain("{");
        }
    }

    @Test
    void aRowIsReadOut() {
        ReadRow row = Policies.still().readOut().rows().stream()
                .filter(one -> one.rule().equals("row-12-consumer"))
                .findFirst()
                .orElseThrow();

        assertThat(new Wording("en").of(row))
                .isEqualTo("If segment: consumer; risk level: at risk or urgent; value: 400 or more: call, call centre,"
                        + " within 2 business days.");
        assertThat(new Wording("fr").of(row))
                .isEqualTo("Si segment : particulier; niveau de risque : à risque ou urgent; valeur : 400 ou plus :"
                        + " appel, centre d’appels, sous 2 jours ouvrés.");
    }

    @Test
    void theDifferenceOfTwoVersionsIsReadOut() {
        Policy newer = Policy.of(
                new PolicyText(
                        SHIPPED.table()
                                .replace("&gt;= 400", "&gt;= 300")
                                .replaceAll("(?s)      <rule id=\"row-14-moving\">.*?</rule>\n", ""),
                        SHIPPED.figures().replace("cost: 13,", "cost: 15,").replace("default-2", "spring-1")),
                ZoneId.of("Europe/Paris"),
                LAWS);

        List<String> said =
                new Wording("en").of(newer.readOut().since(Policies.still().readOut()));

        assertThat(said)
                .anySatisfy(one -> assertThat(one).startsWith("Row row-14-moving is gone. If moving"))
                .anySatisfy(one -> assertThat(one).contains("Row row-12-consumer was:", "400 or more", "300 or more"))
                .contains("actions.call.cost was 13, and is now 15.", "version was default-2, and is now spring-1.");
        assertThat(new Wording("fr").of(newer.readOut().since(newer.readOut()))).isEmpty();
    }

    private static List<Flaw> table(UnaryOperator<String> change) {
        String changed = change.apply(SHIPPED.table());
        assertThat(changed).isNotEqualTo(SHIPPED.table());
        return flaws(new PolicyText(changed, SHIPPED.figures()));
    }

    private static List<Flaw> figures(UnaryOperator<String> change) {
        String changed = change.apply(SHIPPED.figures());
        assertThat(changed).isNotEqualTo(SHIPPED.figures());
        return flaws(new PolicyText(SHIPPED.table(), changed));
    }

    private static List<Flaw> flaws(PolicyText text) {
        return PolicyCheck.flaws(text, ZoneId.of("Europe/Paris"), LAWS);
    }
}

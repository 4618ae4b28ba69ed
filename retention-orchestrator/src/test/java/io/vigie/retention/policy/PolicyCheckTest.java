package io.vigie.retention.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.retention.law.LawBook;
import java.time.ZoneId;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "function(x) external {java: {class: \"java.lang.System\", method signature: \"exit(int)\"}}",
                "(function() external {java: {class: \"java.lang.Math\", method signature: \"random()\"}})() &gt; 0",
                "for i in 1..1000000000 return i",
                "some i in 1..1000000000 satisfies i = value",
                "count([1..5]) &gt; 3",
                "value * 2",
                "? &gt; 3"
            })
    void aConditionThatIsCodeIsRefusedAndItsRowNamed(String code) {
        assertThat(table(dmn -> dmn.replace(
                        "<inputEntry id=\"row-13-urgent-in-14\"><text>&gt;= 150</text>",
                        "<inputEntry id=\"row-13-urgent-in-14\"><text>" + code + "</text>")))
                .singleElement()
                .satisfies(flaw -> {
                    assertThat(flaw.where()).isEqualTo("row-13-urgent");
                    assertThat(flaw.reason()).contains("no plain condition", ">= 400");
                });
        assertThat(table(dmn -> dmn.replace(
                        "<outputEntry id=\"row-13-urgent-out-4\"><text>\"letter-desk\"</text>",
                        "<outputEntry id=\"row-13-urgent-out-4\"><text>" + code + "</text>")))
                .singleElement()
                .satisfies(flaw -> {
                    assertThat(flaw.where()).isEqualTo("row-13-urgent");
                    assertThat(flaw.reason()).contains("no plain value");
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<businessKnowledgeModel name=\"f\"><encapsulatedLogic kind=\"Java\"/></businessKnowledgeModel>",
                "<import name=\"m\" namespace=\"urn:m\" importType=\"https://www.omg.org/spec/DMN/20191111/MODEL/\"/>",
                "<decision name=\"another\"><literalExpression><text>1</text></literalExpression></decision>",
                "<itemDefinition name=\"t\"><typeRef>number</typeRef><allowedValues><text>f()</text></allowedValues></itemDefinition>",
                "<decisionService name=\"s\"/>"
            })
    void whatMakesATableAProgramIsRefused(String element) {
        assertThat(table(dmn -> dmn.replace("  <decision id=", element + "  <decision id=")))
                .isNotEmpty();
    }

    @Test
    void aTableThatBringsItsOwnEntitiesOrAnotherHitPolicyIsRefused() {
        assertThat(table(dmn -> dmn.replace(
                        "<!-- The default",
                        "<!DOCTYPE d [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><!-- The default")))
                .singleElement()
                .satisfies(flaw -> assertThat(flaw.reason()).contains("DOCTYPE"));
        assertThat(table(dmn -> dmn.replace("hitPolicy=\"FIRST\"", "hitPolicy=\"COLLECT\"")))
                .singleElement()
                .satisfies(flaw -> assertThat(flaw.reason()).contains("FIRST"));
        assertThat(table(dmn -> "no xml")).isNotEmpty();
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

    @ParameterizedTest(name = "{0} becomes {1}: {2}")
    @CsvSource(
            delimiter = '|',
            nullValues = "(none)",
            value = {
                "name: discount, | '' | offers.price.2.name | missing",
                "name: discount | name: ' ' | offers.price.2.name | missing",
                "from: call, lift: 2 | lift: 2 | offers.price.2.from | missing",
                "lift: 2, | lift: NaN, | offers.price.2.lift | number",
                "least: 15 | least: -15 | offers.price.2.least | number from 0",
                "capPerMonth: 10000 | capPerMonth: -1 | offers.price.2.capPerMonth | number from 0",
                "- {name: news, | - ~ #{name: news, | offers.habits.1 | empty",
                "cost: 13, | cost: -13, | actions.call.cost | number from 0",
                "cost: 13, | '' | actions.call.cost | missing",
                "cost: 13, | cost: .nan, | policy.yaml | Malformed numeric value",
                "cost: 13, | cost: dear, | actions.call.cost | number from 0",
                "minutes: 15, | minutes: -15, | actions.call.minutes | number from 0",
                "minutes: 15, | '' | actions.call.minutes | missing",
                "saves: {a: 6, | saves: {a: .inf, | policy.yaml | Malformed numeric value",
                "monthsOfMargin: 24 | '' | valueAtStake.monthsOfMargin | missing",
                "monthsOfMargin: 24 | monthsOfMargin: -24 | valueAtStake.monthsOfMargin | above 0",
                "shareOfPotential: 0.2 | shareOfPotential: -0.2 | valueAtStake.shareOfPotential | from 0",
                "b2b: 20000 | b2b: -1 | topValue.b2b | from 0",
                "b2b: 20000 | b2b: .inf | policy.yaml | Malformed numeric value",
                "offersPerMonth: 20000 | offersPerMonth: -1 | offersPerMonth | from 0",
                "offersPerMonth: 20000 | 'offersPerMonth:' | offersPerMonth | empty",
                "version: default-2 | version: \"\" | version | blank",
                "b2b: [5000, 50000] | b2b: [~] | valueBands.b2b.1 | empty",
                "b2b: [5000, 50000] | b2b: [50000, 5000] | valueBands.b2b | rise",
                "'  win-back: {b2c' | '  winback: {b2c' | controlGroups.winback | rows name retention, win-back",
                "complaintPatience: 5 | complaintPatience: 2000000000 | complaintPatience | from 1 to 3660",
                "inDays: 90 | inDays: 91 | contactLimits.2.inDays | from 1 to 90"
            })
    void aFigureThatMeansNothingIsNamedByItsPath(String from, String to, String where, String why) {
        assertThat(figures(yaml -> yaml.replace(from, to == null ? "" : to)))
                .singleElement()
                .satisfies(flaw -> {
                    assertThat(flaw.where()).isEqualTo(where);
                    assertThat(flaw.reason()).contains(why);
                });
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

package io.vigie.events.reasons;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.vigie.events.risk.Matter;
import io.vigie.events.risk.Reason;
import io.vigie.events.risk.Unavoidable;
import io.vigie.events.signal.Cause;
import io.vigie.events.signal.RiskKind;
import io.vigie.events.signal.Signal;
import io.vigie.events.signal.SignalCatalogue;
import io.vigie.events.signal.SignalType;
import io.vigie.events.signal.Told;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class WordingTest {
    private static final SignalCatalogue CATALOGUE = SignalCatalogue.shipped();
    private static final Instant START = Instant.parse("2026-03-01T09:00:00Z");
    private static final Heard NOTHING = Heard.onlyOpen(List.of());
    private final Wording english = new Wording(CATALOGUE, "en", ZoneId.of("Europe/Paris"));
    private final Wording french = new Wording(CATALOGUE, "fr-FR", ZoneId.of("Europe/Paris"));

    static Stream<SignalType> types() {
        return CATALOGUE.types().stream();
    }

    @ParameterizedTest
    @MethodSource("types")
    void everyTypeOfSignalAndEachOfItsVariantsHasWordsOfItsOwn(SignalType type) {
        assertThat(type.told())
                .as("\"told\" in the catalogue's file of " + type.type())
                .isPresent();
        Told told = type.told().orElseThrow();
        type.counters().stream()
                .filter(_ -> !type.variants().isEmpty())
                .map(counter -> type.variants().stream()
                        .filter(variant -> type.counterOf(variant).equals(counter))
                        .flatMap(variant -> variant.told().stream())
                        .findFirst())
                .forEach(words -> assertThat(words)
                        .as("\"told\" of each variant in the catalogue's file of " + type.type())
                        .isPresent());
        assertThat(told.fr().one()).as("an article that French can repeat").matches("une? .*");
    }

    @ParameterizedTest
    @MethodSource("types")
    void noSentenceNeedsAStatistician(SignalType type) {
        for (Wording wording : List.of(english, french)) {
            for (double logOdds : new double[] {-1.2345, 0.2345}) {
                String sentence = wording.sentence(new Reason(type.type(), logOdds, 1.77), twice(type.type()));

                assertThat(sentence)
                        .doesNotContain("2345", "1.77", "1,77", "{", "}", type.type())
                        .endsWith(".")
                        .matches("^\\p{Lu}.*");
            }
        }
    }

    @Test
    void countsDatesAndWhatIsOpenAreTold() {
        Heard heard = new Heard(
                twice("complaint.filed").tallies(),
                List.of(Matter.one("complaint.filed", START, Optional.empty())),
                Optional.empty());
        Reason reason = new Reason("complaint.filed", 1.4, 1.9);

        assertThat(english.sentence(reason, heard))
                .isEqualTo("Two complaints since 1 March 2026, one of them still open: "
                        + "this raises the risk of leaving a lot.");
        assertThat(french.sentence(reason, heard))
                .isEqualTo("Deux réclamations depuis le 1er mars 2026, dont une toujours en cours : "
                        + "cela augmente beaucoup le risque de départ.");
    }

    @Test
    void whatIsOnlyKnownToBeOpenIsToldByThat() {
        Heard heard = Heard.onlyOpen(List.of(Matter.one("renewal.missed", START, Optional.empty())));

        assertThat(english.sentence(new Reason("renewal.missed", 2.3, 1), heard))
                .isEqualTo("A renewal that did not come on 1 March 2026, still open: "
                        + "this raises the risk of leaving very strongly.");
        assertThat(french.sentence(new Reason("payment.failed", 3, 1), NOTHING))
                .isEqualTo("Des paiements refusés : cela augmente très fortement le risque d’impayé.");
    }

    @Test
    void variantsAreToldApartAndOnlyARiseOfCallsCounts() {
        Heard answers =
                Heard.of(List.of(answer(9, 0), answer(2, 1), answer(3, 2)), CATALOGUE, START, day(10), List.of());

        assertThat(english.sentence(new Reason("survey.answered", 0.6, 3), answers))
                .startsWith(
                        "Two unfavourable answers to surveys and a favourable answer to a survey since 1 March 2026:");
        Heard neutral = Heard.of(List.of(answer(8, 3)), CATALOGUE, START, day(10), List.of());
        assertThat(english.sentence(new Reason("survey.answered", -0.6, 3), neutral))
                .isEqualTo("Favourable answers to surveys: this lowers the risk of leaving noticeably.");
        assertThat(english.sentence(new Reason("survey.answered", -0.6, 3), NOTHING))
                .isEqualTo("Favourable answers to surveys: this lowers the risk of leaving noticeably.");
        assertThat(english.sentence(new Reason("support.called", 0.05, 1), twice("support.called")))
                .isEqualTo("Two calls to support since 1 March 2026, more than usual: "
                        + "this raises the risk of leaving very slightly.");
    }

    @Test
    void whatHasFadedOrCameInAnotherLifeIsNotCounted() {
        List<Signal> signals = List.of(signal("support.called", 0), signal("support.called", 400), answer(1, 420));

        Heard heard = Heard.of(signals, CATALOGUE, day(410), day(430), List.of());

        assertThat(heard.tallies()).containsOnlyKeys("survey.answered/detractor");
        assertThat(Heard.of(signals, CATALOGUE, START, day(430), List.of()).tallies())
                .containsEntry("support.called", new Heard.Tally(1, day(400)));
    }

    @Test
    void silenceNamesTheLastOrder() {
        Heard heard = Heard.of(
                List.of(signal("order.placed", 3), signal("order.placed", 1)), CATALOGUE, START, day(90), List.of());

        assertThat(english.sentence(new Reason("silence", 0.3, 0.1), heard))
                .isEqualTo("No order since 4 March 2026, for longer than usual: "
                        + "this raises the risk of leaving a little.");
        assertThat(french.sentence(new Reason("silence", 0.3, 0.1), NOTHING))
                .isEqualTo("Aucune commande, plus longtemps que d’habitude : "
                        + "cela augmente un peu le risque de départ.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "silence",
                "spend",
                "tenure",
                "orders",
                "since-order",
                "revenue",
                "to-renewal",
                "base",
                "calibration"
            })
    void theScorersOwnFeaturesHaveWords(String feature) {
        assertThat(english.name(feature)).isNotEqualTo(feature);
        assertThat(french.sentence(new Reason(feature, -0.3, 1), NOTHING)).doesNotContain(feature + "»", "{");
    }

    @Test
    void aColumnLearnedFromIsToldByItsName() {
        assertThat(english.sentence(new Reason("InternetService", 0.7, 1), NOTHING))
                .isEqualTo("What is on record under “InternetService”: this raises the risk of leaving noticeably.");
        assertThat(french.name("InternetService")).isEqualTo("InternetService");
        assertThat(french.sentence(new Reason("attribute.plan", 0.7, 1), NOTHING))
                .isEqualTo("Ce qui est enregistré sous « plan » : cela augmente nettement le risque de départ.");
    }

    @Test
    void theRiskIsNamed() {
        assertThat(english.sentence(new Reason("silence", -1.5, 1), RiskKind.UNPAID, NOTHING))
                .isEqualTo("No order: this lowers the risk that payments stop a lot.");
    }

    @ParameterizedTest
    @CsvSource({"DIED, A death", "CLOSED_DOWN, The business has closed", "PRICE, An unavoidable end"})
    void unavoidableLeavingIsToldApart(Cause cause, String words) {
        assertThat(english.sentence(new Unavoidable(cause, START)))
                .startsWith(words)
                .contains("1 March 2026");
    }

    @Test
    void bothLanguagesHaveWordsForTheSame() {
        Phrases en = Phrases.in("en");
        Phrases fr = Phrases.in("fr");

        assertThat(en.features().keySet()).isEqualTo(fr.features().keySet());
        assertThat(en.causes().keySet()).isEqualTo(fr.causes().keySet());
        assertThat(en.much()).hasSameSizeAs(fr.much()).hasSize(5);
    }

    @Test
    void wordsThatCannotBeCountedAreRefused() {
        assertThatThrownBy(() -> new Told.Form("a thing", "things")).hasMessageContaining("{count}");
        assertThatThrownBy(() -> new Told.Form(" ", "{count} things")).hasMessageContaining("one");
    }

    private static Heard twice(String type) {
        List<Signal> signals = new ArrayList<>();
        signals.add(signal(type, 0));
        signals.add(signal(type, 1));
        return Heard.of(signals, CATALOGUE, START, day(10), List.of());
    }

    private static Signal signal(String type, int day) {
        return signal(type, day, JsonNodeFactory.instance.objectNode());
    }

    private static Signal answer(int score, int day) {
        return signal(
                "survey.answered",
                day,
                JsonNodeFactory.instance.objectNode().put("scale", "nps").put("score", score));
    }

    private static Signal signal(String type, int day, JsonNode attributes) {
        return new Signal("/test", type + day, type, "C-1", day(day), attributes, Optional.empty());
    }

    private static Instant day(int day) {
        return START.plus(Duration.ofDays(day));
    }
}

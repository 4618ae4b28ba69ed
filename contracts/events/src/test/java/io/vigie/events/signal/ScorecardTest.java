package io.vigie.events.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.vigie.events.Word;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the shipped catalogue against the expert scorecard, line by line. */
class ScorecardTest {
    private static final SignalCatalogue CATALOGUE = SignalCatalogue.shipped();
    private static final Set<String> FREE_TEXT = Set.of("text", "subject");

    /** Type, weight, half-life in days (- where the scorecard gives none), cause, journey stage (- likewise), risk. */
    private static final String SCORECARD = """
            complaint.filed               1.30   90  service           support    by-choice
            complaint.resolved            0      90  -                 -          -
            support.called                0.35   30  service           support    by-choice
            support.ticket-opened         0.25   45  service           support    by-choice
            support.ticket-reopened       0.80   45  service           support    by-choice
            support.ticket-resolved       0      45  service           support    -
            support.problem-repeated      0.80   60  service           support    by-choice
            message.unanswered            0.60   45  service           support    by-choice
            order.placed                  0       -  -                 purchase   none
            order.not-renewed             1.30  180  habits            renewal    by-choice
            order.returned                0.45   90  product           delivery   by-choice
            delivery.late                 0.50   60  service           delivery   by-choice
            notice-window.opened          0.80    -  -                 renewal    by-choice
            renewal.missed                2.30  120  -                 renewal    by-choice
            departure.threatened          2.20   45  -                 leaving    by-choice
            termination.notified          3.50    -  -                 leaving    by-choice
            termination.withdrawn         0       -  -                 -          -
            contract.downgraded           0.90  180  price             use        by-choice
            contract.upgraded            -0.70  180  price             use        by-choice
            contract.renewed             -0.80  180  -                 renewal    by-choice
            contract.started             -0.40  180  -                 -          by-choice
            price.raised                  0.60   90  price             billing    by-choice
            payment.failed                3.00   30  payment           billing    unpaid
            payment.recovered             0      30  payment           billing    -
            invoice.disputed              0.80   60  price             billing    by-choice
            price.objected                0.80   60  price             purchase   by-choice
            usage.reported                0       -  -                 use        none
            usage.dropped                 0.80   45  habits            use        by-choice
            survey.answered/detractor     0.90  120  -                 -          by-choice
            survey.answered/passive       0     120  -                 -          by-choice
            survey.answered/promoter     -0.70  120  -                 -          by-choice
            review.posted/detractor       0.90  120  -                 -          by-choice
            review.posted/passive         0     120  -                 -          by-choice
            review.posted/promoter       -0.70  120  -                 -          by-choice
            incident.with-account-manager 1.60  120  relationship      use        by-choice
            account-manager.changed       0.40   90  relationship      use        by-choice
            contact.left                  0.90   90  relationship      use        by-choice
            visit.reported/satisfied     -0.50  120  relationship      use        by-choice
            visit.reported/dissatisfied   0.80  120  relationship      use        by-choice
            contact.made                  0       -  -                 -          none
            payment.method-expiring       0       -  payment           billing    none
            competitor.mentioned          1.00   90  competitor        use        by-choice
            site.failed                   0.30   30  experience        discovery  by-choice
            stock.misreported             0.30   30  experience        purchase   by-choice
            mail.returned                 0.60  180  moved             -          by-choice
            customer.moved                0.70   90  moved             use        by-choice
            customer.moved/within-reach   0.70   90  moved             use        by-choice
            customer.moved/out-of-reach   0      90  moved             use        by-choice
            customer.died                 0       -  died              -          none
            business.closed               0       -  closed-down       -          none
            business.activity-changed     0       -  changed-activity  -          none
            contract.cancelled            0       -  -                 leaving    none
            account.closed                0       -  -                 leaving    none
            customer.returned             0       -  -                 -          none
            """;

    @ParameterizedTest(name = "{0}")
    @MethodSource("lines")
    void theCatalogueSaysWhatTheScorecardSays(String name, Line line) {
        SignalType type = type(line.type());

        assertThat(line.variant().map(variant -> weights(type, variant)).orElse(List.of(type.weight())))
                .containsOnly(line.weight());
        line.halfLifeDays().ifPresent(days -> assertThat(type.halfLifeDays()).isEqualTo(days));
        line.cause()
                .ifPresent(cause -> assertThat(type.cause().otherwise().word()).isEqualTo(cause));
        line.stage()
                .ifPresent(stage -> assertThat(type.stage().otherwise().word()).isEqualTo(stage));
        line.risk().ifPresent(risk -> assertThat(type.risk().word()).isEqualTo(risk));
    }

    @Test
    void everyShippedTypeAndEveryWeighingVariantIsOnTheScorecard() {
        assertThat(lines().map(line -> ((Line) line[1]).type()).distinct())
                .containsExactlyInAnyOrderElementsOf(
                        CATALOGUE.types().stream().map(SignalType::type).toList());
        assertThat(lines().map(line -> (String) line[0]).filter(name -> name.contains("/")))
                .containsAll(weighingVariants());
    }

    @Test
    void remediesTakeTheSharesOfTheScorecard() {
        SignalType resolved = type("complaint.resolved");

        assertThat(resolved.variants())
                .extracting(Variant::name, variant -> variant.remedyShare().orElseThrow())
                .containsExactly(tuple("apology", 0.45), tuple("compensation", 0.23), tuple("neither", 0.10));
        assertThat(resolved.remedies()).extracting(Remedy::of).containsExactly("complaint.filed");
        assertThat(wholeRemedies("payment.recovered")).containsExactly("payment.failed");
        assertThat(wholeRemedies("support.ticket-resolved")).containsExactly("support.ticket-opened");
        assertThat(wholeRemedies("termination.withdrawn")).containsExactly("termination.notified");
        for (String contract : List.of("contract.renewed", "contract.started")) {
            assertThat(wholeRemedies(contract))
                    .contains("renewal.missed", "notice-window.opened", "departure.threatened");
        }
    }

    @Test
    void whatNobodyCanPreventIsUnavoidable() {
        JsonNode nothingSaid = JsonNodeFactory.instance.objectNode();

        assertThat(CATALOGUE.types().stream()
                        .filter(type -> type.unavoidableCause(nothingSaid).isPresent())
                        .map(SignalType::type))
                .containsExactly("business.activity-changed", "business.closed", "customer.died");
        assertThat(type("customer.moved")
                        .unavoidableCause(JsonNodeFactory.instance.objectNode().put("servable", false)))
                .hasValue(Cause.MOVED_OUT_OF_REACH);
    }

    @Test
    void onlySupportCallsCountAgainstTheCustomersOwnUsual() {
        assertThat(CATALOGUE.types().stream()
                        .filter(type -> type.usualOverDays().isPresent())
                        .map(SignalType::type))
                .containsExactly("support.called");
    }

    @Test
    void freeTextIsMarkedPersonal() {
        for (SignalType type : CATALOGUE.types()) {
            for (var attribute : type.attributes().path("properties").properties()) {
                assertThat(attribute.getValue().path("personal").asBoolean())
                        .as(type.type() + " " + attribute.getKey())
                        .isEqualTo(FREE_TEXT.contains(attribute.getKey()));
            }
        }
    }

    @Test
    void everyTypeIsNamedInBothLanguages() {
        assertThat(CATALOGUE.types()).allSatisfy(type -> {
            assertThat(type.label().in("en")).isNotBlank();
            assertThat(type.label().in("fr-FR"))
                    .isNotBlank()
                    .isNotEqualTo(type.label().in("en"));
        });
    }

    @Test
    void remediesAndSettlementsNameTypesThatLeaveSomething() {
        for (SignalType type : CATALOGUE.types()) {
            for (Remedy remedy : type.remedies()) {
                assertThat(CATALOGUE.find(remedy.of())).as(type.type()).isPresent();
            }
            for (String settled : type.settles()) {
                assertThat(type(settled).opens())
                        .as("%s settles %s", type.type(), settled)
                        .isPresent();
            }
        }
    }

    @Test
    void attributesThatHoldACauseOrAStageOfferEveryWord() {
        for (SignalType type : CATALOGUE.types()) {
            type.cause().attribute().ifPresent(name -> assertThat(words(type, name))
                    .isEqualTo(words(Cause.class)));
            type.stage().attribute().ifPresent(name -> assertThat(words(type, name))
                    .isEqualTo(words(JourneyStage.class)));
        }
    }

    static Stream<Object[]> lines() {
        return SCORECARD.lines().map(Line::parse).map(line -> new Object[] {line.name(), line});
    }

    private static List<Double> weights(SignalType type, String variant) {
        return type.variants().stream()
                .filter(each -> each.name().equals(variant))
                .map(Variant::weight)
                .toList();
    }

    private static List<String> weighingVariants() {
        List<String> names = new ArrayList<>();
        for (SignalType type : CATALOGUE.types()) {
            type.variants().stream()
                    .filter(variant -> variant.weight() != 0)
                    .map(type::counterOf)
                    .forEach(names::add);
        }
        return names;
    }

    private static List<String> wholeRemedies(String type) {
        return type(type).remedies().stream()
                .filter(remedy -> remedy.share() == 1)
                .map(Remedy::of)
                .toList();
    }

    private static List<String> words(SignalType type, String attribute) {
        return type.attributes()
                .path("properties")
                .path(attribute)
                .path("enum")
                .valueStream()
                .map(JsonNode::textValue)
                .toList();
    }

    private static <E extends Enum<E> & Word> List<String> words(Class<E> words) {
        return Arrays.stream(words.getEnumConstants()).map(Word::word).toList();
    }

    private static SignalType type(String name) {
        return CATALOGUE.find(name).orElseThrow(() -> new AssertionError(name + " is not in the catalogue"));
    }

    /** One line of the scorecard. */
    record Line(
            String name,
            double weight,
            Optional<Double> halfLifeDays,
            Optional<String> cause,
            Optional<String> stage,
            Optional<String> risk) {
        static Line parse(String line) {
            String[] cells = line.split(" +", -1);
            return new Line(
                    cells[0],
                    Double.parseDouble(cells[1]),
                    said(cells[2]).map(Double::valueOf),
                    said(cells[3]),
                    said(cells[4]),
                    said(cells[5]));
        }

        String type() {
            return name.replaceFirst("/.*", "");
        }

        Optional<String> variant() {
            return name.contains("/") ? Optional.of(name.replaceFirst(".*/", "")) : Optional.empty();
        }

        private static Optional<String> said(String cell) {
            return Optional.of(cell).filter(text -> !text.equals("-"));
        }
    }
}

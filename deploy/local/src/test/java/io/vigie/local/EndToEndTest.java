package io.vigie.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.vigie.events.customer.Customer;
import io.vigie.local.dataset.Dataset;
import io.vigie.local.dataset.Datasets;
import io.vigie.local.dataset.HistoryFolder;
import io.vigie.local.feeding.ReplayPlan;
import io.vigie.local.fleet.Fleet;
import io.vigie.local.fleet.Service;
import io.vigie.local.simulator.History;
import io.vigie.local.simulator.HistoryPlan;
import io.vigie.local.simulator.Simulator;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real processes, from files handed in at one end to cases, tasks and figures at the other. */
class EndToEndTest {
    private static final int CUSTOMERS = 120;
    private static final double SIGNALS_A_SECOND = 400;
    private static final double DUPLICATED = 0.2;
    private static final double AS_EXACT_AS_SUMS_ARE = 1e-9;

    @TempDir
    private static Path folder;

    private static History history;
    private static Dataset dataset;
    /** Those with a risk: who objects to profiling has none. */
    private static List<String> customers;

    private static Trial undisturbed;

    @BeforeAll
    static void aSmallCompanyIsFedUndisturbed() {
        history = Simulator.simulate(HistoryPlan.usual().withCustomers(CUSTOMERS));
        HistoryFolder.write(history, folder.resolve("history"));
        dataset = Datasets.shipped().recognise(folder.resolve("history"));
        customers = history.customers().stream()
                .filter(customer -> !customer.objection())
                .map(Customer::id)
                .toList();
        undisturbed = Trial.of(dataset, customers, folder, Optional.empty());
    }

    @Test
    void everythingAddsUpAndIsUp() {
        assertThat(undisturbed.summary().faults()).isEmpty();
        assertThat(undisturbed.summary().rows())
                .isEqualTo(history.customers().size() + history.signals().size());
        assertThat(undisturbed.summary().refused()).isEmpty();
        assertThat(undisturbed.summary().processed())
                .isEqualTo(history.signals().size());
        assertThat(undisturbed.summary().duplicates()).isZero();
        assertThat(undisturbed.summary().customers()).isEqualTo(CUSTOMERS);
        assertThat(undisturbed.summary().health()).hasSize(Service.values().length);
    }

    @Test
    void peopleGetTasksAndManagersFigures() {
        assertThat(undisturbed.cases()).isNotEmpty();
        assertThat(undisturbed.summary().tasksByAction()).isNotEmpty();
        assertThat(undisturbed.summary().customersByLevel().values().stream()
                        .mapToLong(Long::longValue)
                        .sum())
                .isBetween(CUSTOMERS / 2L, (long) CUSTOMERS);
        JsonNode kpis = undisturbed.summary().kpis();
        assertThat(kpis.path("customersAtStart").asLong()).isBetween(CUSTOMERS / 2L, (long) CUSTOMERS);
        assertThat(kpis.path("customersNotScored").asLong()).isBetween(1L, (long) CUSTOMERS - customers.size());
        assertThat(kpis.at("/churn/customersLost/total").asLong()).isBetween(1L, CUSTOMERS / 2L);
    }

    @Test
    void neitherDuplicatesNorServicesKilledInTheMiddleChangeAnything() {
        ReplayPlan steadily = new ReplayPlan(OptionalDouble.of(SIGNALS_A_SECOND), OptionalLong.empty(), DUPLICATED);

        Trial disturbed = Trial.of(dataset, customers, folder, Optional.of(steadily), system -> {
            system.processed(history.signals().size() / 4);
            system.killAndRestart(Service.RETENTION_ORCHESTRATOR);
            system.killAndRestart(Service.RISK_SCORER);
        });

        assertThat(disturbed.summary().faults()).isEmpty();
        assertThat(disturbed.summary().duplicates())
                .isEqualTo(Math.round(history.signals().size() * DUPLICATED));
        assertThat(disturbed.summary().processed()).isEqualTo(history.signals().size());
        sameRisks(disturbed.then(), AS_EXACT_AS_SUMS_ARE);
        sameLevelsCasesAndTasks(disturbed);
    }

    @Test
    void oneOfTwoScorersKilledUnderLoadLeavesNoQuestionUnansweredAndEveryRiskAsItIs() {
        ReplayPlan anotherOrder = ReplayPlan.plain().shuffledBy(42).withDuplicates(DUPLICATED);
        int signals = history.signals().size();

        Trial.Scores scores = Trial.scoresOf(dataset, customers, folder, anotherOrder, system -> {
            system.processed(signals / 10);
            Fleet second = system.secondScorer();
            List<String> known = system.known(customers);
            second.kill(Service.RISK_SCORER);
            system.askAllThrough(known, () -> system.processed(signals));
        });

        assertThat(scores.counts().refused()).isZero();
        assertThat(scores.counts().processed()).isEqualTo(signals);
        assertThat(scores.counts().duplicates()).isEqualTo(Math.round(signals * DUPLICATED));
        sameRisks(scores.then(), AS_EXACT_AS_SUMS_ARE);
    }

    /** As of one instant, whatever the way there. */
    private static void sameRisks(Map<String, JsonNode> then, double exactness) {
        undisturbed.then().forEach((customer, expected) -> {
            JsonNode actual = then.get(customer);
            assertThat(actual.path("asOf")).as(customer).isEqualTo(expected.path("asOf"));
            assertThat(actual.path("probability").asDouble())
                    .as(customer)
                    .isCloseTo(expected.path("probability").asDouble(), within(exactness));
            for (String risk : List.of("byChoice", "unpaid")) {
                sameReasons(customer, expected.path(risk), actual.path(risk), exactness);
            }
        });
    }

    private static void sameReasons(String customer, JsonNode expected, JsonNode actual, double exactness) {
        Map<String, Double> reasons = reasons(actual);
        assertThat(reasons.keySet()).as(customer).isEqualTo(reasons(expected).keySet());
        reasons(expected).forEach((factor, logOdds) -> assertThat(reasons.get(factor))
                .as(customer + " " + factor)
                .isCloseTo(logOdds, within(exactness)));
    }

    private static Map<String, Double> reasons(JsonNode risk) {
        Map<String, Double> reasons = new TreeMap<>();
        risk.path("reasons")
                .forEach(reason -> reasons.put(
                        reason.path("factor").asText(), reason.path("logOdds").asDouble()));
        return reasons;
    }

    private static void sameLevelsCasesAndTasks(Trial other) {
        assertThat(each(other.now(), Trials::level)).isEqualTo(each(undisturbed.now(), Trials::level));
        assertThat(other.summary().customersByLevel())
                .isEqualTo(undisturbed.summary().customersByLevel());
        assertThat(each(other.cases(), Trials::outline)).isEqualTo(each(undisturbed.cases(), Trials::outline));
        assertThat(other.summary().casesByAction())
                .isEqualTo(undisturbed.summary().casesByAction());
        assertThat(other.summary().tasksByAction())
                .isEqualTo(undisturbed.summary().tasksByAction());
        assertThat(other.summary().noActionByReason())
                .isEqualTo(undisturbed.summary().noActionByReason());
    }

    private static Map<String, String> each(Map<String, JsonNode> all, Function<JsonNode, String> told) {
        Map<String, String> each = new TreeMap<>();
        all.forEach((key, value) -> each.put(key, told.apply(value)));
        return each;
    }

    private static final class Trials {
        private Trials() {}

        static String level(JsonNode risk) {
            return risk.path("level").asText();
        }

        /** What must not depend on the way there: whose, what, when, how it ended; each task alike. */
        static String outline(JsonNode one) {
            return String.join(
                    " ",
                    List.of(
                            one.path("customer").asText(),
                            one.path("action").asText(),
                            one.path("status").asText(),
                            one.path("openedAt").asText(),
                            one.path("closedAt").asText(),
                            one.path("because").asText(),
                            StreamSupport.stream(one.path("tasks").spliterator(), false)
                                    .map(Object::toString)
                                    .sorted()
                                    .toList()
                                    .toString()));
        }
    }
}

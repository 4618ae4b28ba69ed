package io.vigie.local.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.events.risk.Leaving;
import io.vigie.events.signal.Cause;
import io.vigie.events.signal.Signal;
import io.vigie.events.signal.SignalCatalogue;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SimulatorTest {
    private static final History USUAL = Simulator.simulate(HistoryPlan.usual());
    private static final Map<String, List<Signal>> BY_CUSTOMER =
            USUAL.signals().stream().collect(Collectors.groupingBy(Signal::customer));

    @Test
    void theUsualCompanyHasTwoYearsOfSignalsInOrderOfTime() {
        assertThat(USUAL.customers()).hasSize(3_000);
        assertThat(USUAL.signals()).hasSizeBetween(60_000, 100_000).isSortedAccordingTo(Signal.IN_ORDER);
        assertThat(USUAL.signals()).allSatisfy(signal -> assertThat(signal.time())
                .isAfterOrEqualTo(USUAL.plan().start())
                .isBefore(USUAL.plan().end()));
    }

    @Test
    void everySignalIsValidAgainstTheCatalogue() {
        SignalCatalogue catalogue = SignalCatalogue.shipped();

        assertThat(USUAL.signals())
                .allSatisfy(signal -> assertThat(catalogue.faults(signal)).isEmpty());
    }

    @Test
    void noTwoSignalsShareAnId() {
        assertThat(USUAL.signals().stream().map(Signal::id).distinct()).hasSameSizeAs(USUAL.signals());
    }

    @Test
    void customersAreRecordedBeforeTheirFirstSignal() {
        assertThat(USUAL.customers())
                .allSatisfy(customer -> assertThat(BY_CUSTOMER.getOrDefault(customer.id(), List.of()))
                        .allMatch(signal -> !signal.time().isBefore(customer.time())));
    }

    @Test
    void customersLeaveInAllThreeWaysAndMostStay() {
        List<Truth> ended = ended(_ -> true);

        assertThat(ended.size()).isBetween(700, 1_300);
        assertThat(ended.stream().map(truth -> leaving(truth).leaving()).distinct())
                .containsExactlyInAnyOrder(Leaving.values());
    }

    @Test
    void mostWhoLeaveOverServiceComplainedOrCalledBefore() {
        List<Truth> overService = ended(end -> end.cause() == Cause.SERVICE);

        long told = overService.stream()
                .filter(truth -> gaveOff(truth, List.of("complaint.filed", "support.called", "support.ticket-opened")))
                .count();

        assertThat(told).isGreaterThan(overService.size() * 9L / 10);
    }

    @Test
    void whoeverLeavesUnpaidFailedToPayBefore() {
        assertThat(ended(end -> end.leaving() == Leaving.UNPAID))
                .isNotEmpty()
                .allMatch(truth -> gaveOff(truth, List.of("payment.failed")));
    }

    @Test
    void complaintsAreResolvedMoreOftenForThoseWhoStay() {
        assertThat(resolvedShare(ended(end -> end.cause() == Cause.SERVICE)))
                .isLessThan(resolvedShare(USUAL.truths().stream()
                                .filter(truth -> truth.leaves().isEmpty())
                                .toList())
                        / 2);
    }

    @Test
    void nothingIsHeardAfterAnEndButAReturn() {
        for (Truth truth : USUAL.truths()) {
            truth.leaves().flatMap(end -> firstAfter(truth, end.at())).ifPresent(signal -> {
                assertThat(signal.type()).isEqualTo("customer.returned");
                assertThat(truth.returns()).contains(signal.time());
            });
        }
    }

    @Test
    void actionsKeepSomeLeaversAndDriveFewStayersAway() {
        assertThat(USUAL.truths())
                .allSatisfy(truth -> assertThat(truth.actions().values())
                        .doesNotContain(truth.leaves().isPresent() ? Truth.Effect.DRIVES_AWAY : Truth.Effect.KEEPS));
        assertThat(ended(end -> end.leaving() == Leaving.UNAVOIDABLE))
                .allSatisfy(truth -> assertThat(truth.actions().values()).containsOnly(Truth.Effect.NONE));
        assertThat(USUAL.truths().stream()
                        .flatMap(truth -> truth.actions().values().stream())
                        .distinct())
                .containsExactlyInAnyOrder(Truth.Effect.values());
    }

    private static List<Truth> ended(Predicate<Truth.End> how) {
        return USUAL.truths().stream()
                .filter(truth -> truth.leaves()
                        .filter(end -> end.at().isBefore(USUAL.plan().end()))
                        .filter(how)
                        .isPresent())
                .toList();
    }

    private static Truth.End leaving(Truth truth) {
        return truth.leaves().orElseThrow();
    }

    private static boolean gaveOff(Truth truth, List<String> types) {
        return BY_CUSTOMER.getOrDefault(truth.customer(), List.of()).stream()
                .anyMatch(signal -> types.contains(signal.type())
                        && !signal.time().isBefore(leaving(truth).from())
                        && !signal.time().isAfter(leaving(truth).at()));
    }

    private static double resolvedShare(List<Truth> truths) {
        List<String> types = truths.stream()
                .flatMap(truth -> BY_CUSTOMER.getOrDefault(truth.customer(), List.of()).stream()
                        .filter(signal -> truth.leaves()
                                .map(end -> !signal.time().isBefore(end.from()))
                                .orElse(true)))
                .map(Signal::type)
                .toList();
        long filed = types.stream().filter("complaint.filed"::equals).count();
        return types.stream().filter("complaint.resolved"::equals).count() / (double) filed;
    }

    private static Optional<Signal> firstAfter(Truth truth, Instant end) {
        return BY_CUSTOMER.getOrDefault(truth.customer(), List.of()).stream()
                .filter(signal -> signal.time().isAfter(end))
                .findFirst();
    }
}

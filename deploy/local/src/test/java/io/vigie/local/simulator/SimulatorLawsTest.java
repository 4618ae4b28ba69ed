package io.vigie.local.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.events.signal.Signal;
import io.vigie.events.signal.SignalCatalogue;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class SimulatorLawsTest {
    private static final SignalCatalogue CATALOGUE = SignalCatalogue.shipped();

    @Property(tries = 20)
    void theSameSeedGivesTheSameHistory(@ForAll long seed) {
        HistoryPlan plan = HistoryPlan.usual().withCustomers(20).withSeed(seed);

        assertThat(Simulator.simulate(plan)).isEqualTo(Simulator.simulate(plan));
    }

    @Property(tries = 20)
    void anotherSeedGivesAnotherHistory(@ForAll long seed) {
        HistoryPlan plan = HistoryPlan.usual().withCustomers(20);

        assertThat(Simulator.simulate(plan.withSeed(seed)).signals())
                .isNotEqualTo(Simulator.simulate(plan.withSeed(seed + 1)).signals());
    }

    @Property(tries = 20)
    void signalsAreValidAndInOrderWhateverTheSeed(@ForAll long seed) {
        List<Signal> signals = Simulator.simulate(
                        HistoryPlan.usual().withCustomers(30).withSeed(seed))
                .signals();

        assertThat(signals).isSortedAccordingTo(Signal.IN_ORDER);
        assertThat(signals)
                .allSatisfy(signal -> assertThat(CATALOGUE.faults(signal)).isEmpty());
    }

    @Property(tries = 10)
    void aCustomerFaresTheSameInACompanyOfAnySize(@ForAll long seed) {
        HistoryPlan plan = HistoryPlan.usual().withSeed(seed);

        assertThat(Simulator.simulate(plan.withCustomers(25)).truths())
                .startsWith(Simulator.simulate(plan.withCustomers(10)).truths().toArray(Truth[]::new));
    }
}

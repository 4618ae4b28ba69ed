package io.vigie.local.feeding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

class DeliveriesLawsTest {
    @Property
    void withoutAnythingAskedSignalsComeInOrderOnceEach(@ForAll @IntRange(max = 300) int signals) {
        assertThat(Deliveries.of(signals, ReplayPlan.plain()))
                .isEqualTo(IntStream.range(0, signals).boxed().toList());
    }

    @Property
    void nothingIsLostAndTheShareComesTwice(
            @ForAll @IntRange(max = 300) int signals, @ForAll long seed, @ForAll @DoubleRange(max = 1) double share) {
        List<Integer> sent =
                Deliveries.of(signals, ReplayPlan.plain().shuffledBy(seed).withDuplicates(share));

        assertThat(Set.copyOf(sent))
                .isEqualTo(Set.copyOf(IntStream.range(0, signals).boxed().toList()));
        assertThat(sent).hasSize(signals + (int) Math.round(signals * share));
    }

    @Property
    void duplicatesAloneLeaveTheFirstSendingsInOrder(
            @ForAll @IntRange(max = 300) int signals, @ForAll @DoubleRange(max = 1) double share) {
        Set<Integer> seen = new HashSet<>();

        List<Integer> firsts = Deliveries.of(signals, ReplayPlan.plain().withDuplicates(share)).stream()
                .filter(seen::add)
                .toList();

        assertThat(firsts).isSorted();
    }

    @Property
    void theSameSeedGivesTheSameOrder(@ForAll @IntRange(max = 300) int signals, @ForAll long seed) {
        ReplayPlan plan = ReplayPlan.plain().shuffledBy(seed).withDuplicates(0.2);

        assertThat(Deliveries.of(signals, plan)).isEqualTo(Deliveries.of(signals, plan));
    }
}

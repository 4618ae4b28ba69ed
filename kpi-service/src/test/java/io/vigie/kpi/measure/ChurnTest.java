package io.vigie.kpi.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.vigie.events.risk.Leaving;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

class ChurnTest {
    @Property
    void theWaysOfLeavingAddUpToTheTotalInAllFourMeasures(
            @ForAll @LongRange(max = 1_000_000) long byChoice,
            @ForAll @LongRange(max = 1_000_000) long unpaid,
            @ForAll @LongRange(max = 1_000_000) long unavoidable,
            @ForAll @LongRange(max = 10_000_000) long atStart) {
        Split lost = new Split(byChoice, unpaid, unavoidable);

        Churn churn = Churn.of(lost, atStart, lost, atStart);

        assertThat(churn.customersLost().total()).isEqualTo(byChoice + unpaid + unavoidable);
        assertThat(churn.customersLostShare()).isEqualTo(churn.valueLostShare());
        assertThat(churn.customersLostShare().isPresent()).isEqualTo(atStart > 0);
        churn.customersLostShare().ifPresent(shares -> {
            assertThat(shares.byChoice() + shares.unpaid() + shares.unavoidable())
                    .isCloseTo(shares.total(), within(1e-9 * Math.max(1, shares.total())));
            assertThat(shares.total() * (double) atStart).isCloseTo((double) lost.total(), within(1e-6));
        });
    }

    @Property
    void theOrderInWhichLossesAreCountedNeverMatters(@ForAll @Size(max = 50) List<Leaving> ways, @ForAll Random order) {
        List<Leaving> shuffled = new ArrayList<>(ways);
        Collections.shuffle(shuffled, order);

        assertThat(counted(shuffled)).isEqualTo(counted(ways));
        assertThat(counted(ways).total()).isEqualTo(ways.size());
    }

    private static Split counted(List<Leaving> ways) {
        return ways.stream().reduce(Split.NONE, (split, way) -> split.plus(way, 1), (one, _) -> one);
    }
}

package io.vigie.scorer.learning.history;

import static io.vigie.scorer.Timelines.day;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.vigie.events.customer.Segment;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LeftAloneTest {
    private static final int HORIZON = 90;
    private static final double LEAVING = .2;
    private static final Observation.Facts NOTHING = new Observation.Facts(0, 0, List.of(), new double[0]);

    @Test
    void callingEveryOtherCustomerMovesTheShareThatLeavesByNoMoreThanChance() {
        int customers = 40_000;

        List<Observation> kept = LeftAlone.of(company(customers), HORIZON).toList();

        double left = share(kept, Fate.LEFT_BY_CHOICE);
        assertThat(kept).hasSizeBetween(customers * 45 / 100, customers * 55 / 100);
        assertThat(left).isCloseTo(LEAVING, within(4 * Math.sqrt(LEAVING * (1 - LEAVING) / kept.size())));
    }

    @Test
    void leavingOutOnlyWhomWeCalledWouldFindTooManyLeavers() {
        List<Observation> notCalled = company(40_000).stream()
                .filter(one -> !one.exposure().contacted())
                .toList();

        assertThat(share(notCalled, Fate.LEFT_BY_CHOICE)).isGreaterThan(LEAVING + .04);
    }

    @Test
    void theOrderInWhichTheyWereFoundDoesNotMatter() {
        List<Observation> company = company(2_000);
        List<Observation> shuffled = new ArrayList<>(company);
        Collections.shuffle(shuffled, new Random(3));

        assertThat(LeftAlone.of(shuffled, HORIZON))
                .hasSameElementsAs(LeftAlone.of(company, HORIZON).toList());
    }

    @Test
    void whereNobodyWasCalledEverybodyIsKept() {
        List<Observation> quiet =
                List.of(observed("c", Fate.LEFT_UNPAID, 3, false), observed("d", Fate.STAYED, HORIZON, false));

        assertThat(LeftAlone.of(quiet, HORIZON)).hasSameElementsAs(quiet);
    }

    /** Half are called within the horizon, whether they would leave or not; who leaves does so at any time. */
    private static List<Observation> company(int customers) {
        Random random = new Random(11);
        List<Observation> company = new ArrayList<>();
        for (int i = 0; i < customers; i++) {
            boolean leaves = random.nextDouble() < LEAVING;
            double settled = leaves ? HORIZON * random.nextDouble() : HORIZON;
            double call = 2 * HORIZON * random.nextDouble();
            company.add(observed(
                    "c" + i, leaves ? Fate.LEFT_BY_CHOICE : Fate.STAYED, Math.min(call, settled), call <= settled));
        }
        return company;
    }

    private static double share(List<Observation> some, Fate fate) {
        return (double) some.stream().filter(one -> one.fate() == fate).count() / some.size();
    }

    private static Observation observed(String customer, Fate fate, double days, boolean contacted) {
        return new Observation(
                customer,
                day(700),
                fate,
                new Exposure(days, contacted),
                Segment.B2C,
                false,
                .05,
                true,
                NOTHING,
                NOTHING,
                Map.of());
    }
}

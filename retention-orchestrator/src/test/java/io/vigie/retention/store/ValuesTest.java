package io.vigie.retention.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vigie.events.customer.Segment;
import io.vigie.events.risk.LifeState;
import io.vigie.retention.ARisk;
import io.vigie.retention.casework.Assessment;
import io.vigie.testkit.BackendsResource;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a company's customers are worth is worked out from those there are, whoever else told of some. */
@QuarkusTest
@QuarkusTestResource(BackendsResource.class)
class ValuesTest {
    private static final int CUSTOMERS = 100;

    @Inject
    Ledger ledger;

    @Inject
    Everyone everyone;

    @Inject
    Values values;

    @Test
    void aFifthOfASegmentsCustomersAreWorthAtLeastSoMuch() {
        List<Arrival> arrivals = new ArrayList<>();
        for (int i = 0; i < CUSTOMERS; i++) {
            Assessment assessment = new Assessment(
                    "values-" + i,
                    Optional.empty(),
                    ARisk.of("values-" + i)
                            .in(Segment.B2B)
                            .worth(1_000 + 10L * i)
                            .assessed());
            arrivals.add(
                    new Arrival.Risk(new Arrival.Origin("risk", 0, i, Optional.empty(), Optional.empty()), assessment));
        }
        ledger.take(arrivals);

        long top = Math.round(100 * values.topFifths().get(Segment.B2B));

        List<Long> margins = new ArrayList<>();
        everyone.each(one -> {
            if (one.risk().decisionInput().segment() == Segment.B2B
                    && one.risk().life().state() != LifeState.LOST) {
                margins.add(one.risk().decisionInput().yearlyMargin());
            }
        });
        double fifth = margins.size() / 5.0;
        assertThat(margins).hasSizeGreaterThanOrEqualTo(CUSTOMERS);
        assertThat(margins.stream().filter(margin -> margin >= top).count()).isGreaterThanOrEqualTo((long) fifth);
        assertThat(margins.stream().filter(margin -> margin > top).count())
                .isLessThanOrEqualTo((long) Math.ceil(fifth));
    }
}

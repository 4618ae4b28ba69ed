package io.vigie.retention.policy;

import static io.vigie.retention.ARisk.TUESDAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.events.customer.Channel;
import io.vigie.events.customer.Segment;
import io.vigie.events.retention.Action;
import io.vigie.events.risk.RiskLevel;
import io.vigie.retention.ARisk;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The most valuable fifth of a segment is the company's own, as far as it is known. */
class TopValueTest {
    private static final ARisk WATCHED =
            ARisk.of("C-1").worth(700).level(RiskLevel.WATCH, 0.15).reachableBy(Channel.PHONE);

    @Test
    void whereTheOwnCustomersAreWorthLessTheFifthBeginsLower() {
        assertThat(decided(Knowledge.NONE)).isInstanceOf(Decision.KeepWatching.class);
        assertThat(decided(Knowledge.NONE.with(SaveRates.NONE, Map.of(Segment.B2C, 600.0))))
                .isInstanceOfSatisfying(
                        Decision.Act.class, act -> assertThat(act.action()).isEqualTo(Action.CALL));
    }

    @Test
    void anotherSegmentsFifthSaysNothing() {
        assertThat(decided(Knowledge.NONE.with(SaveRates.NONE, Map.of(Segment.B2B, 600.0))))
                .isInstanceOf(Decision.KeepWatching.class);
    }

    private static Decision decided(Knowledge known) {
        return Policies.still().decide(new Occasion(WATCHED.assessed(), TUESDAY, Past.NONE, known, "decision"));
    }
}

package io.vigie.retention.rehearsal;

import static io.vigie.retention.ARisk.TUESDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.vigie.events.customer.Channel;
import io.vigie.events.risk.RiskLevel;
import io.vigie.retention.ARisk;
import io.vigie.retention.policy.Knowledge;
import io.vigie.retention.policy.Occasion;
import io.vigie.retention.policy.Past;
import io.vigie.retention.policy.Policies;
import io.vigie.retention.policy.Policy;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a draft would do is told before it does it. */
class SimulationTest {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final Policy LIVE = Policies.still();
    private static final Policy FROM_700 = Policies.still(table -> table.replace("&gt;= 400", "&gt;= 700"));

    @Test
    void whoWouldGetSomethingElseIsCountedByWhatTheyWouldGet() {
        Simulation simulation = new Simulation(LIVE, FROM_700, PARIS);

        simulation.take(occasion(ARisk.of("a").worth(600).atRisk()));
        simulation.take(occasion(ARisk.of("b").worth(900).atRisk()));
        simulation.take(occasion(ARisk.of("c").worth(600)));
        simulation.take(occasion(ARisk.of("d").worth(600).atRisk().contactedElsewhere(TUESDAY, Channel.EMAIL)));

        Simulation.Result result = simulation.result();
        assertThat(result.customers()).isEqualTo(4);
        assertThat(result.moves()).isEqualTo(Map.of("call → message", 1L));
        assertThat(result.unseen()).isZero();
        assertThat(result.live().decisions())
                .isEqualTo(Map.of("call", 2L, "keep watching", 1L, "no action: contact-limit", 1L));
        assertThat(result.live().cost()).isEqualTo(2_600);
        assertThat(result.draft().cost()).isEqualTo(1_310);
        assertThat(result.live().minutes()).isEqualTo(30);
        assertThat(result.live().tasks()).isEqualTo(Map.of("call-centre", Map.of(LocalDate.of(2026, 3, 5), 2L)));
    }

    /** Two calls at 24 % with a share of 6 % kept. */
    @Test
    void expectedSavesAreProbabilityTimesTheShareKept() {
        Simulation simulation = new Simulation(LIVE, FROM_700, PARIS);

        simulation.take(occasion(ARisk.of("a").worth(600).level(RiskLevel.AT_RISK, 0.23)));
        simulation.take(occasion(ARisk.of("b").worth(900).level(RiskLevel.AT_RISK, 0.23)));

        assertThat(simulation.result().live().expectedSaves()).isCloseTo(2 * 0.24 * 0.06, within(1e-12));
    }

    @Test
    void aPolicyBesideItselfMovesNobody() {
        Simulation simulation = new Simulation(LIVE, LIVE, PARIS);

        simulation.take(occasion(ARisk.of("a").worth(600).atRisk()));

        assertThat(simulation.result().moves()).isEmpty();
        assertThat(simulation.result().live()).isEqualTo(simulation.result().draft());
    }

    private static Occasion occasion(ARisk risk) {
        return new Occasion(risk.assessed(), TUESDAY, Past.NONE, Knowledge.NONE, "decision");
    }
}

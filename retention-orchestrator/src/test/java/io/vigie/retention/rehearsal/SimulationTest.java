package io.vigie.retention.rehearsal;

import static io.vigie.retention.ARisk.TUESDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.vigie.events.customer.Channel;
import io.vigie.events.retention.Team;
import io.vigie.events.risk.RiskLevel;
import io.vigie.retention.ARisk;
import io.vigie.retention.casework.Assessment;
import io.vigie.retention.casework.Tiers;
import io.vigie.retention.casework.WorkRules;
import io.vigie.retention.policy.Knowledge;
import io.vigie.retention.policy.Policies;
import io.vigie.retention.policy.Policy;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a draft would have done in the past is told before it does it. */
class SimulationTest {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final Policy LIVE = Policies.still();
    private static final Policy FROM_700 = Policies.still(table -> table.replace("&gt;= 400", "&gt;= 700"));
    private static final Span SPAN = new Span(TUESDAY.minus(Duration.ofDays(30)), TUESDAY.plus(Duration.ofDays(60)));

    private int events;

    @Test
    void whoWouldHaveGotSomethingElseIsCountedAndNamedTheDearestFirst() {
        Simulation simulation = beside(FROM_700);

        tell(simulation, ARisk.of("a").worth(600).atRisk());
        tell(simulation, ARisk.of("b").worth(900).atRisk());
        tell(simulation, ARisk.of("c").worth(600));
        Instant last = SPAN.to().minus(Duration.ofDays(1));
        tell(simulation, ARisk.of("d").worth(600).atRisk().at(last).contactedElsewhere(last, Channel.EMAIL));
        tell(simulation, ARisk.of("e").worth(500).atRisk());
        simulation.over();

        Result result = simulation.result(1);
        assertThat(result.customers()).isEqualTo(5);
        assertThat(result.moves())
                .extracting(move -> move.was().inWords() + " → " + move.now().inWords() + ": " + move.customers())
                .containsExactly("call → message: 2");
        assertThat(result.changed()).extracting(Simulation.Changed::customer).containsExactly("a", "e");
        assertThat(result.unseen()).isZero();
        assertThat(result.live().decisions())
                .isEqualTo(Map.of(named("call"), 3L, Treatment.WATCHED, 1L, named("no action: contact-limit"), 1L));
        assertThat(result.live().cost()).isEqualTo(3_900);
        assertThat(result.draft().cost()).isEqualTo(1_320);
        assertThat(result.live().minutes()).isEqualTo(45);
        assertThat(result.live().tasks()).isEqualTo(Map.of("call-centre", Map.of(LocalDate.of(2026, 3, 5), 3L)));
    }

    /** Two calls at 24 % with a share of 6 % kept. */
    @Test
    void expectedSavesAreProbabilityTimesTheShareKept() {
        Simulation simulation = beside(FROM_700);

        tell(simulation, ARisk.of("a").worth(600).level(RiskLevel.AT_RISK, 0.23));
        tell(simulation, ARisk.of("b").worth(900).level(RiskLevel.AT_RISK, 0.23));
        simulation.over();

        assertThat(simulation.result(1).live().expectedSaves()).isCloseTo(2 * 0.24 * 0.06, within(1e-12));
    }

    @Test
    void aPolicyBesideItselfMovesNobody() {
        Simulation simulation = beside(LIVE);

        tell(simulation, ARisk.of("a").worth(600).atRisk());
        simulation.over();

        Result result = simulation.result(1);
        assertThat(result.moves()).isEmpty();
        assertThat(result.live()).isEqualTo(result.draft());
    }

    @Test
    void whoStaysAtRiskIsContactedOnceAndWhoFallsLaterOnTheirOwnDay() {
        Simulation simulation = beside(LIVE);

        tell(simulation, ARisk.of("a").worth(600).atRisk());
        tell(simulation, ARisk.of("b").worth(600));
        tell(simulation, ARisk.of("a").worth(600).atRisk().at(TUESDAY.plus(Duration.ofDays(14))));
        tell(simulation, ARisk.of("b").worth(600).atRisk().at(TUESDAY.plus(Duration.ofDays(14))));
        simulation.over();

        assertThat(simulation.result(1).live().tasks())
                .isEqualTo(Map.of("call-centre", Map.of(LocalDate.of(2026, 3, 5), 1L, LocalDate.of(2026, 3, 19), 1L)));
    }

    @Test
    void whatWasCalledOffBeforeItsDayCostsNothing() {
        Simulation simulation = beside(LIVE);

        tell(simulation, ARisk.of("a").worth(600).atRisk());
        tell(simulation, ARisk.of("a").worth(600).objects().at(TUESDAY.plus(Duration.ofHours(1))));
        simulation.over();

        assertThat(simulation.result(1).live().cost()).isZero();
        assertThat(simulation.result(1).live().decisions()).isEqualTo(Map.of(named("call"), 1L));
    }

    @Test
    void whatLiesOutsideTheSpanOrIsErasedIsNotCounted() {
        Simulation simulation = beside(LIVE);

        tell(simulation, ARisk.of("a").worth(600).atRisk().at(SPAN.from().minusSeconds(1)));
        tell(simulation, ARisk.of("b").worth(600).atRisk().at(SPAN.to().plusSeconds(1)));
        tell(simulation, ARisk.of("c").worth(600).atRisk());
        simulation.erased("c");
        simulation.over();

        assertThat(simulation.result(1).customers()).isZero();
        assertThat(simulation.result(1).live().decisions()).isEmpty();
    }

    @Test
    void aSampleIsToldAsWhatItComesToForAll() {
        Simulation simulation = beside(FROM_700);

        tell(simulation, ARisk.of("a").worth(600).atRisk());
        simulation.over();

        Result result = simulation.result(0.25);
        assertThat(result.customers()).isEqualTo(4);
        assertThat(result.live().cost()).isEqualTo(4 * 1_300);
        assertThat(result.moves()).extracting(Simulation.Move::customers).containsExactly(4L);
        assertThat(result.changed()).hasSize(1);
    }

    private static Simulation beside(Policy draft) {
        Tiers nobody = new Tiers() {
            @Override
            public Optional<String> lead(Team team) {
                return Optional.empty();
            }

            @Override
            public Optional<Team> above(Team team) {
                return Optional.empty();
            }
        };
        return new Simulation(LIVE, draft, new Work(WorkRules.shipped(), nobody, Knowledge.NONE), SPAN, PARIS);
    }

    private void tell(Simulation simulation, ARisk risk) {
        events++;
        simulation.told(new Assessment("event-" + events, Optional.<Instant>empty(), risk.assessed()));
    }

    private static Treatment named(String words) {
        return Treatment.named(words);
    }
}

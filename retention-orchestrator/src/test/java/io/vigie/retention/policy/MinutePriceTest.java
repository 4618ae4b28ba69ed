package io.vigie.retention.policy;

import static io.vigie.retention.ARisk.TUESDAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.events.customer.Channel;
import io.vigie.events.retention.Action;
import io.vigie.events.retention.Candidate;
import io.vigie.events.retention.NoActionReason;
import io.vigie.events.retention.Team;
import io.vigie.retention.ARisk;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A minute of a team short of time is worth what it would bring elsewhere, and a decision has to bring more. */
class MinutePriceTest {
    private static final Policy POLICY = Policies.still();
    private static final ARisk WORTH_A_CALL = ARisk.ofAConsumer().worth(900).atRisk();

    @Test
    void whereTheCallCentreHasNoTimeASofterActionIsTaken() {
        assertThat(decided(Map.of()).action()).isEqualTo(Action.CALL);
        assertThat(decided(Map.of(Team.CALL_CENTRE, 500.0)).action()).isEqualTo(Action.LETTER);
        assertThat(decided(Map.of(Team.CALL_CENTRE, 500.0, Team.LETTER_DESK, 500.0))
                        .action())
                .isEqualTo(Action.MESSAGE);
    }

    @Test
    void whatTheTimeWouldHaveBroughtElsewhereStandsWithEachCandidate() {
        Decision.Act act = decided(Map.of(Team.CALL_CENTRE, 500.0));

        assertThat(act.trace().candidates())
                .filteredOn(candidate -> candidate.action() == Action.CALL)
                .extracting(Candidate::timeCost)
                .containsOnly(Optional.of(7_500L));
        assertThat(act.trace().candidates())
                .filteredOn(candidate -> candidate.action() == Action.LETTER)
                .extracting(Candidate::timeCost)
                .containsOnly(Optional.empty());
    }

    @Test
    void aPriceThatOneActionJustBearsIsRankedBeforeIt() {
        Decision.Act act = decided(Map.of(Team.CALL_CENTRE, 1.0));

        assertThat(act.action()).isEqualTo(Action.CALL);
        assertThat(act.steps().getFirst().expectedProfit())
                .isEqualTo(decided(Map.of()).steps().getFirst().expectedProfit());
    }

    @Test
    void whatIsOwedIsDoneWhateverATeamsTimeIsWorth() {
        ARisk complaining =
                ARisk.ofAConsumer().worth(30).saidNothing().open(Matters.COMPLAINT, TUESDAY.minusSeconds(20 * 86_400));

        Decision owed = POLICY.decide(occasion(complaining, dear()));

        assertThat(owed).isInstanceOf(Decision.Act.class);
    }

    @Test
    void whereNoWayBearsThePriceNothingIsDone() {
        ARisk onlyByPhone = ARisk.ofABusiness().worth(4_000).atRisk().reachableBy(Channel.PHONE);

        assertThat(POLICY.decide(occasion(onlyByPhone, dear())))
                .isInstanceOfSatisfying(Decision.LetGo.class, letGo -> assertThat(letGo.because())
                        .isEqualTo(NoActionReason.NOT_WORTH_IT));
    }

    private static Map<Team, Double> dear() {
        return Map.of(Team.CALL_CENTRE, 1e6, Team.LETTER_DESK, 1e6);
    }

    private static Decision.Act decided(Map<Team, Double> prices) {
        return (Decision.Act) POLICY.decide(occasion(WORTH_A_CALL, prices));
    }

    private static Occasion occasion(ARisk risk, Map<Team, Double> prices) {
        return new Occasion(risk.assessed(), TUESDAY, Past.NONE, Knowledge.NONE.with(prices), "decision");
    }
}

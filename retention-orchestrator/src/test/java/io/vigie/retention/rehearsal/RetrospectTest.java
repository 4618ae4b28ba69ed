package io.vigie.retention.rehearsal;

import static io.vigie.retention.ARisk.TUESDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.vigie.events.retention.Action;
import io.vigie.events.retention.DecisionTrace;
import io.vigie.events.retention.Group;
import io.vigie.events.retention.NoActionReason;
import io.vigie.events.risk.RiskAssessed;
import io.vigie.retention.ARisk;
import io.vigie.retention.policy.Chance;
import io.vigie.retention.policy.Decision;
import io.vigie.retention.policy.Knowledge;
import io.vigie.retention.policy.Occasion;
import io.vigie.retention.policy.Past;
import io.vigie.retention.policy.Policies;
import io.vigie.retention.policy.Policy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Decisions as the policy itself took and wrote them down, with outcomes whose truth is known. */
class RetrospectTest {
    private static final Instant THEN = TUESDAY.minus(Duration.ofDays(200));
    private static final Policy LIVE =
            Policies.withFigures(figures -> figures.replace("exploration: 0.05", "exploration: 0.3"));
    private static final Policy LETTERS_ONLY = Policies.withFigures(figures ->
            figures.replace("exploration: 0.05", "exploration: 0.3").replace("call: {cost: 13,", "call: {cost: 9000,"));
    private static final Policy NEVER_EXPLORED = Policies.still();

    @Test
    void whatWasDoneHadTheChanceThatItsPolicyGivesItLookingBack() {
        decisions(LIVE, 300, new Random(3), 0.06).forEach(past -> {
            List<Chance> chances = LIVE.couldHaveDone(past.trace(), past.limited(), 100);

            assertThat(chances.stream().mapToDouble(Chance::probability).sum()).isCloseTo(1, within(1e-9));
            assertThat(chances)
                    .filteredOn(chance -> chance.deed().equals(past.deed()))
                    .singleElement()
                    .satisfies(chance -> assertThat(chance.probability()).isCloseTo(past.propensity(), within(1e-9)));
        });
    }

    @Test
    void aStratumWithOneSideOnlyIsNamedAndNotCompared() {
        ControlComparison comparison = new ControlComparison();
        comparison.take("b2c/150", Group.CONTROL, true);
        comparison.take("b2c/150", Group.TREATED, false);
        comparison.take("b2b/5000", Group.TREATED, true);

        assertThat(comparison.acting().leftOut()).isEqualTo(Map.of("b2b/5000", 1L));
        assertThat(comparison.acting().kept())
                .hasValueSatisfying(kept -> assertThat(kept.estimate()).isEqualTo(1));
    }

    @Test
    void todayItWouldWeighThemAsItDidThen() {
        decisions(LIVE, 100, new Random(4), 0.06)
                .forEach(past -> assertThat(LIVE.wouldHaveDone(past.trace(), past.limited(), Knowledge.NONE, 100))
                        .usingRecursiveComparison()
                        .withComparatorForType((one, other) -> Math.abs(one - other) < 1 ? 0 : 1, Double.class)
                        .isEqualTo(LIVE.couldHaveDone(past.trace(), past.limited(), 100)));
    }

    @Test
    void callsThatKeepManyAreMissedByADraftThatOnlyWrites() {
        Effect effect = judged(LETTERS_ONLY, decisions(LIVE, 3_000, new Random(5), 0.7));

        assertThat(effect.finding()).isEqualTo(Finding.KEEPS_LESS);
        assertThat(effect.overlap()).isEqualTo(1);
        assertThat(effect.otherwise()).isGreaterThan(1_000);
        // a call keeps seven in ten of the 25 % who leave, each worth two years of 600 €
        double trueLoss = -0.7 * 0.25 * 120_000 * effect.otherwise() / effect.decisions() * 100;
        assertThat(effect.difference()).hasValueSatisfying(difference -> {
            assertThat(difference.low()).isLessThan(trueLoss);
            assertThat(difference.high()).isGreaterThan(trueLoss);
        });
    }

    @Test
    void withoutExplorationNobodyKnowsWhatLettersWouldHaveDone() {
        Effect effect = judgedBy(NEVER_EXPLORED, LETTERS_ONLY, decisions(NEVER_EXPLORED, 500, new Random(6), 0.06));

        assertThat(effect.finding()).isEqualTo(Finding.NO_OVERLAP);
        assertThat(effect.difference()).isEmpty();
    }

    @Test
    void whoDiedSaysNothingOfAPolicyAndWhoWasNeverContactedLittle() {
        List<PastDecision> past = decisions(LIVE, 50, new Random(7), 0.06);
        Retrospect dead = retrospect(LIVE, LETTERS_ONLY);
        past.forEach(one -> dead.take(
                one,
                ARisk.of(one.customer())
                        .at(THEN.plusSeconds(90_000))
                        .hasLeft()
                        .unavoidably()
                        .assessed()));
        Retrospect idle = retrospect(LIVE, LETTERS_ONLY);
        past.forEach(one -> idle.take(
                new PastDecision(one.customer(), one.at(), one.trace(), one.action(), one.because(), 0, false),
                ARisk.of(one.customer()).assessed()));

        assertThat(dead.effect().finding()).isEqualTo(Finding.NOTHING_KNOWN_YET);
        assertThat(idle.effect().finding()).isEqualTo(Finding.NOT_CARRIED_OUT);
    }

    private static Effect judged(Policy draft, List<PastDecision> past) {
        return judgedBy(LIVE, draft, past);
    }

    /** A quarter leave unless called with luck; who was left then has left ten days later. */
    private static Effect judgedBy(Policy live, Policy draft, List<PastDecision> past) {
        Retrospect retrospect = retrospect(live, draft);
        past.forEach(one -> retrospect.take(one, outcome(one)));
        return retrospect.effect();
    }

    private static Retrospect retrospect(Policy live, Policy draft) {
        Map<String, Policy> versions = Map.of(live.version(), live);
        return new Retrospect(live, draft, version -> Optional.ofNullable(versions.get(version)), Knowledge.NONE);
    }

    private static RiskAssessed outcome(PastDecision past) {
        ARisk later = ARisk.of(past.customer());
        return (past.customer().endsWith("left") ? later.leftAt(THEN.plus(Duration.ofDays(10))) : later).assessed();
    }

    private static List<PastDecision> decisions(Policy policy, int number, Random chance, double kept) {
        return IntStream.range(0, number)
                .mapToObj(i -> decision(policy, i, chance, kept))
                .toList();
    }

    private static PastDecision decision(Policy policy, int number, Random chance, double kept) {
        String name = "C-" + number;
        Decision decision = policy.decide(new Occasion(
                ARisk.of(name).worth(600).atRisk().at(THEN).assessed(), THEN, Past.NONE, Knowledge.NONE, name));
        boolean called = decision instanceof Decision.Act act && act.action() == Action.CALL;
        boolean leaves = chance.nextDouble() < 0.25 && !(called && chance.nextDouble() < kept);
        String customer = name + (leaves ? "-left" : "-stayed");
        return switch (decision) {
            case Decision.Act act ->
                past(
                        customer,
                        act.trace(),
                        Optional.of(act.action()),
                        Optional.empty(),
                        act.steps().getFirst().cost());
            case Decision.LetGo letGo ->
                past(customer, letGo.trace(), Optional.empty(), Optional.of(letGo.because()), 0);
            case Decision.KeepWatching _ -> throw new IllegalStateException("they are at risk");
        };
    }

    private static PastDecision past(
            String customer,
            DecisionTrace trace,
            Optional<Action> action,
            Optional<NoActionReason> because,
            long cost) {
        return new PastDecision(customer, THEN, trace, action, because, cost, true);
    }
}

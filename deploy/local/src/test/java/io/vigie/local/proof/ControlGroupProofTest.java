package io.vigie.local.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.events.retention.Action;
import io.vigie.events.retention.DecisionTrace;
import io.vigie.events.retention.Group;
import io.vigie.retention.policy.Decision;
import io.vigie.retention.rehearsal.ControlComparison;
import io.vigie.retention.rehearsal.Interval;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What acting has kept, by the control group, beside what it really kept. */
class ControlGroupProofTest {
    private static final int SEEDS = Math.max(100, Integer.getInteger("vigie.seeds", 100));
    private static final int CUSTOMERS = 100;

    /** Small companies need large control groups. */
    private static final Company COMPANY =
            Company.with(figures -> figures.replace("retention: {b2c: 0.05, b2b: 0}", "retention: {b2c: 0.4, b2b: 0.4}")
                    .replace("exploration: 0.05", "exploration: 0"));

    /** One whom the programme would act on, whichever side they are on. */
    private record Case(String stratum, Group group, boolean leaves, boolean leavesAfter) {
        boolean left() {
            return group == Group.CONTROL ? leaves : leavesAfter;
        }

        int kept() {
            return (leaves ? 1 : 0) - (leavesAfter ? 1 : 0);
        }
    }

    @Test
    void theIntervalCoversWhatActingReallyKeptInAtLeastNinetyOfAHundredCompanies() {
        long covered = IntStream.rangeClosed(1, SEEDS)
                .mapToObj(seed -> cases(Worlds.company(seed, CUSTOMERS)))
                .filter(ControlGroupProofTest::covered)
                .count();

        assertThat(covered).isGreaterThanOrEqualTo(SEEDS * 9L / 10);
    }

    private static boolean covered(List<Case> cases) {
        ControlComparison comparison = new ControlComparison();
        cases.forEach(one -> comparison.take(one.stratum(), one.group(), one.left()));
        Interval kept = comparison.acting().kept().orElseThrow();
        double truth = truth(cases);
        return kept.low() <= truth && truth <= kept.high();
    }

    /** Over the strata that can be compared. */
    private static double truth(List<Case> cases) {
        Map<String, Set<Group>> sides = cases.stream()
                .collect(Collectors.groupingBy(Case::stratum, Collectors.mapping(Case::group, Collectors.toSet())));
        return cases.stream()
                .filter(one -> sides.get(one.stratum()).size() == 2)
                .mapToInt(Case::kept)
                .average()
                .orElseThrow();
    }

    /** Each customer by the first decision that the programme takes on them. */
    private static List<Case> cases(List<Scene> scenes) {
        Set<String> seen = new HashSet<>();
        List<Case> cases = new ArrayList<>();
        for (Scene scene : scenes) {
            decided(scene).filter(_ -> seen.add(scene.risk().customer())).ifPresent(cases::add);
        }
        return cases;
    }

    private static Optional<Case> decided(Scene scene) {
        return switch (COMPANY.decide(scene)) {
            case Decision.Act act -> of(scene, act.trace(), Optional.of(act.action()));
            case Decision.LetGo letGo -> of(scene, letGo.trace(), letGo.trace().wouldHave());
            case Decision.KeepWatching _ -> Optional.empty();
        };
    }

    private static Optional<Case> of(Scene scene, DecisionTrace trace, Optional<Action> action) {
        return action.flatMap(one -> trace.group()
                .map(group -> new Case(trace.stratum().orElseThrow(), group, scene.leaves(), scene.leavesAfter(one))));
    }
}

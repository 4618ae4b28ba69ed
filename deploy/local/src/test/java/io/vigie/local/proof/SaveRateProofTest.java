package io.vigie.local.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.events.customer.Segment;
import io.vigie.events.retention.Action;
import io.vigie.retention.policy.Beta;
import io.vigie.retention.policy.SaveRates;
import io.vigie.retention.policy.SaveRates.Tally;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What is learned of actions from who left all the same, beside what they really kept. */
class SaveRateProofTest {
    /** From twice the base on, as decisions begin to be taken. */
    private static final double WORTH_A_LOOK = 0.12;

    private static final Company COMPANY = Company.resolute();

    @TestFactory
    Stream<DynamicTest> theShareLearnedComesWithinTwoOfItsDeviationsOfTheTruth() {
        return Stream.of(Action.values()).flatMap(action -> Stream.of(Segment.values())
                .map(segment -> DynamicTest.dynamicTest(
                        action.word() + ", " + segment.word(), () -> comesCloseEnough(action, segment))));
    }

    private static void comesCloseEnough(Action action, Segment segment) {
        List<Scene> contacted = Worlds.companies().stream()
                .flatMap(List::stream)
                .filter(scene -> scene.risk().decisionInput().segment() == segment)
                .filter(scene -> scene.risk().probability() > WORTH_A_LOOK)
                .toList();
        Tally tally = tally(contacted, action);
        double leavers = contacted.stream().filter(Scene::leaves).count();
        double truth = (leavers - tally.left()) / leavers;
        Beta learned = learned(new SaveRates.Of(action, segment, false), tally);

        assertThat(Math.abs(learned.mean() - truth))
                .as(
                        "learned %.4f ± %.4f, truth %.4f, of %.0f leavers",
                        learned.mean(), learned.spread(), truth, leavers)
                .isLessThanOrEqualTo(2 * learned.spread());
    }

    private static Tally tally(List<Scene> contacted, Action action) {
        return new Tally(
                contacted.size(),
                contacted.stream()
                        .mapToDouble(scene -> scene.risk().probability())
                        .sum(),
                contacted.stream().filter(scene -> scene.leavesAfter(action)).count());
    }

    /** As decisions use it, from the shipped prior on. */
    private static Beta learned(SaveRates.Of which, Tally tally) {
        return COMPANY.policy().readOut().ratesInUse(new SaveRates(Map.of(which, tally))).stream()
                .filter(use -> use.which().equals(which))
                .findFirst()
                .orElseThrow()
                .rate()
                .belief();
    }
}

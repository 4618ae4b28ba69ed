package io.vigie.scorer.learning.history;

import static io.vigie.scorer.Timelines.CATALOGUE;
import static io.vigie.scorer.Timelines.RULES;
import static io.vigie.scorer.Timelines.SCORECARD;
import static io.vigie.scorer.Timelines.day;
import static io.vigie.scorer.Timelines.known;
import static io.vigie.scorer.Timelines.on;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.vigie.events.customer.Segment;
import io.vigie.events.signal.RiskKind;
import io.vigie.scorer.Timelines;
import io.vigie.scorer.learning.linear.Gaussian;
import io.vigie.scorer.learning.linear.Linear;
import io.vigie.scorer.learning.linear.MapFit;
import io.vigie.scorer.learning.linear.Term;
import io.vigie.scorer.learning.training.Examples;
import io.vigie.scorer.model.RiskModel;
import io.vigie.scorer.profile.Entry;
import io.vigie.scorer.profile.Fold;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class BeliefsTest {
    private static final RiskModel MODEL = new RiskModel(CATALOGUE, SCORECARD, RULES);
    private static final Observing OBSERVING = new Observing(MODEL);
    private static final Fold FOLD = new Fold(CATALOGUE, RULES);

    @Property(tries = 100)
    void fittedOnNothingItSaysWhatTheScorecardSays(@ForAll("timelines") List<Entry> timeline) {
        Snapshot snapshot = snapshot("c-1", timeline, 800, Fate.STAYED);
        for (RiskKind risk : List.of(RiskKind.BY_CHOICE, RiskKind.UNPAID)) {
            Beliefs beliefs = new Beliefs(risk, List.of(OBSERVING.of(snapshot)), Attributes.NONE);

            Linear fitted = fit(beliefs.examples(List.of()));

            double expert = MODEL.outlook(snapshot.profile()).logOdds(risk, snapshot.at());
            assertThat(fitted.logOdds(beliefs.inputs(OBSERVING.of(snapshot)))).isCloseTo(expert, within(1e-9));
        }
    }

    @Test
    void leaversWhoFollowOtherWeightsTeachThem() {
        Random random = new Random(17);
        List<Snapshot> snapshots = new ArrayList<>();
        for (int i = 0; i < 6_000; i++) {
            List<Entry> timeline = new ArrayList<>(List.of(known(0, Segment.B2B, 1)));
            int complaints = random.nextInt(4);
            for (int k = 0; k < complaints; k++) {
                timeline.add(on(20 + k + random.nextDouble(), "complaint.filed", "{\"complaint\":\"k" + k + "\"}"));
            }
            Snapshot then = snapshot("c" + i, timeline, 25, Fate.STAYED);
            double complained = MODEL.outlook(then.profile()).readings(RiskKind.BY_CHOICE, then.at()).stream()
                    .mapToDouble(reading -> reading.value())
                    .sum();
            boolean left = random.nextDouble() < 1 / (1 + Math.exp(1.5 - .6 * complained));
            snapshots.add(new Snapshot(
                    then.customer(),
                    then.at(),
                    then.profile(),
                    left ? Fate.LEFT_BY_CHOICE : Fate.STAYED,
                    then.exposure()));
        }
        Beliefs beliefs = new Beliefs(RiskKind.BY_CHOICE, observed(snapshots), Attributes.NONE);

        Linear fitted = fit(beliefs.examples(observed(snapshots)));

        int complaint = beliefs.names().indexOf("complaint.filed");
        Gaussian weight = fitted.weights().get(complaint);
        assertThat(weight.mean()).isCloseTo(.6, within(4 * weight.spread()));
        assertThat(weight.spread()).isLessThan(.1);
    }

    @Test
    void whoLeftUnpaidSaysNothingOfLeavingByChoice() {
        List<Entry> timeline = List.of(known(0, Segment.B2B, 1));
        List<Snapshot> snapshots = Arrays.stream(Fate.values())
                .map(fate -> snapshot(fate.name(), timeline, 30, fate))
                .toList();

        assertThat(new Beliefs(RiskKind.BY_CHOICE, observed(snapshots), Attributes.NONE)
                        .examples(observed(snapshots))
                        .left())
                .containsExactly(false, true);
        assertThat(new Beliefs(RiskKind.UNPAID, observed(snapshots), Attributes.NONE)
                        .examples(observed(snapshots))
                        .left())
                .containsExactly(false, true);
    }

    @Provide
    Arbitrary<List<Entry>> timelines() {
        return Timelines.any();
    }

    private static Snapshot snapshot(String customer, List<Entry> timeline, double at, Fate fate) {
        return new Snapshot(customer, day(at), FOLD.endedBy(FOLD.of(timeline), day(at)), fate, new Exposure(90, false));
    }

    private static List<Observation> observed(List<Snapshot> snapshots) {
        return snapshots.stream().map(OBSERVING::of).toList();
    }

    private static Linear fit(Examples examples) {
        List<Gaussian> prior = new ArrayList<>(List.of(examples.intercept()));
        examples.terms().stream().map(Term::prior).forEach(prior::add);
        double[][] rows = Arrays.stream(examples.inputs())
                .map(inputs -> Linear.design(examples.terms(), inputs))
                .toArray(double[][]::new);
        return Linear.of(examples.terms(), new MapFit(rows, examples.left(), prior).fit());
    }
}

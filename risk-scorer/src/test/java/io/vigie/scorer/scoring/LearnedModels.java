package io.vigie.scorer.scoring;

import static io.vigie.scorer.Timelines.CATALOGUE;
import static io.vigie.scorer.Timelines.RULES;
import static io.vigie.scorer.Timelines.SCORECARD;
import static io.vigie.scorer.Timelines.day;
import static io.vigie.scorer.Timelines.on;

import io.vigie.events.customer.Segment;
import io.vigie.events.signal.RiskKind;
import io.vigie.scorer.learning.boosting.BoostingPlan;
import io.vigie.scorer.learning.boosting.Forest;
import io.vigie.scorer.learning.boosting.Growing;
import io.vigie.scorer.learning.boosting.Lessons;
import io.vigie.scorer.learning.calibration.Calibration;
import io.vigie.scorer.learning.file.Figures;
import io.vigie.scorer.learning.file.HistoryModelFile;
import io.vigie.scorer.learning.file.HistoryOrigin;
import io.vigie.scorer.learning.file.LearnedBase;
import io.vigie.scorer.learning.file.ModelFile;
import io.vigie.scorer.learning.file.RiskPart;
import io.vigie.scorer.learning.history.Attributes;
import io.vigie.scorer.learning.history.Beliefs;
import io.vigie.scorer.learning.history.Exposure;
import io.vigie.scorer.learning.history.Fate;
import io.vigie.scorer.learning.history.LeftMeans;
import io.vigie.scorer.learning.history.Observation;
import io.vigie.scorer.learning.history.Observing;
import io.vigie.scorer.learning.history.Snapshot;
import io.vigie.scorer.learning.linear.Gaussian;
import io.vigie.scorer.learning.linear.Linear;
import io.vigie.scorer.learning.linear.Term;
import io.vigie.scorer.learning.metrics.Distribution;
import io.vigie.scorer.learning.metrics.Metrics;
import io.vigie.scorer.learning.metrics.Reliability;
import io.vigie.scorer.learning.training.Examples;
import io.vigie.scorer.learning.training.Kind;
import io.vigie.scorer.learning.training.Model;
import io.vigie.scorer.learning.training.Remark;
import io.vigie.scorer.model.RiskModel;
import io.vigie.scorer.profile.Entry;
import io.vigie.scorer.profile.Fold;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

/** Model files as learning leaves them, without the time that learning takes. */
public final class LearnedModels {
    public static final RiskModel EXPERTS = new RiskModel(CATALOGUE, SCORECARD, RULES);
    private static final Fold FOLD = new Fold(CATALOGUE, RULES);
    /** What their customers meet with. */
    public static final List<String> HAPPENINGS =
            List.of("complaint.filed", "support.called", "payment.failed", "departure.threatened", "order.placed");

    private static final List<Fate> FATES = List.of(Fate.values());
    private static final Calibration ISOTONIC =
            new Calibration.Isotonic(List.of(-6.0, -3.0, -1.0, 1.0), List.of(.005, .04, .3, .8));

    private LearnedModels() {}

    /** Trees on other weights, isotonically calibrated, for both risks; another seed gives another model. */
    public static HistoryModelFile boosted(long seed) {
        return file(seed, List.of(boosted(RiskKind.BY_CHOICE, seed), boosted(RiskKind.UNPAID, seed)));
    }

    /** Fitted on nothing: the experts' own weights, for both risks. */
    public static HistoryModelFile ofNoData() {
        return file(0, List.of(ofNoData(RiskKind.BY_CHOICE), ofNoData(RiskKind.UNPAID)));
    }

    /** By choice only; the bases are the experts'. */
    public static HistoryModelFile halfLearned() {
        return file(2, List.of(boosted(RiskKind.BY_CHOICE, 2)));
    }

    public static ScoringModel ready(ModelFile file) {
        return new ModelMaking(EXPERTS).make(file);
    }

    private static HistoryModelFile file(long seed, List<RiskPart> parts) {
        List<LearnedBase> bases = seed == 0 ? List.of() : List.of(new LearnedBase(Segment.B2C, false, .08, 100, 8));
        return new HistoryModelFile(
                ModelFile.VERSION,
                seed,
                new HistoryOrigin(
                        day(0),
                        day(900),
                        10,
                        10,
                        90,
                        LeftMeans.END_OF_LIFE,
                        30,
                        List.of(day(1)),
                        List.of(day(2)),
                        10,
                        10,
                        "expert-1",
                        .1),
                bases,
                parts,
                Distribution.of(new double[] {.01, .02, .05, .1, .2}),
                List.of("it is a test of before"),
                Optional.empty(),
                List.of(new Remark("sampled", List.of(), List.of(5_000.0, 4.0), "it is a test of before")));
    }

    private static RiskPart ofNoData(RiskKind risk) {
        Beliefs beliefs = new Beliefs(risk, snapshots(1), Attributes.NONE);
        Examples nothing = beliefs.examples(List.of());
        return part(risk, beliefs, nothing, weights(nothing, 1), Optional.empty(), new Calibration.Identity());
    }

    private static RiskPart boosted(RiskKind risk, long seed) {
        List<Observation> snapshots = snapshots(seed);
        Beliefs beliefs = new Beliefs(risk, snapshots, Attributes.NONE);
        Examples examples = beliefs.examples(snapshots);
        Forest forest = Growing.grow(
                new Lessons(examples.inputs(), examples.left(), new double[examples.left().length]),
                new BoostingPlan(4, .1, 1, 30, seed, examples.signs()));
        return part(risk, beliefs, examples, weights(examples, .7), Optional.of(forest), ISOTONIC);
    }

    private static RiskPart part(
            RiskKind risk,
            Beliefs beliefs,
            Examples examples,
            Linear linear,
            Optional<Forest> trees,
            Calibration calibration) {
        Figures figures = new Figures(new Metrics(.8, .1, .3, .01, 3, 1), List.of());
        return new RiskPart(
                risk,
                beliefs.base(),
                10,
                90,
                trees.isPresent() ? Kind.BOOSTED : Kind.LINEAR,
                "it is a test",
                figures,
                trees.map(_ -> figures),
                new Reliability(List.of()),
                Optional.empty(),
                beliefs.spreadOver(examples),
                new Model(beliefs.names(), linear, trees, calibration),
                Optional.empty());
    }

    private static Linear weights(Examples examples, double times) {
        return new Linear(
                examples.intercept(),
                examples.terms(),
                examples.terms().stream()
                        .map(Term::prior)
                        .map(prior -> new Gaussian(times * prior.mean(), prior.spread()))
                        .toList());
    }

    private static List<Observation> snapshots(long seed) {
        Random random = new Random(seed);
        Observing observing = new Observing(EXPERTS);
        return IntStream.range(0, 300)
                .mapToObj(i -> {
                    List<Entry> timeline = new ArrayList<>();
                    for (int k = 0; k <= random.nextInt(8); k++) {
                        timeline.add(on(
                                700 * random.nextDouble(),
                                HAPPENINGS.get(random.nextInt(HAPPENINGS.size())),
                                "{\"amount\":" + (1 + random.nextInt(100_000)) + "}"));
                    }
                    timeline.sort(Entry.IN_ORDER);
                    Fate fate = FATES.get(random.nextInt(FATES.size()));
                    return observing.of(new Snapshot(
                            "c" + i,
                            day(720),
                            FOLD.endedBy(FOLD.of(timeline), day(720)),
                            fate,
                            new Exposure(90, false)));
                })
                .toList();
    }
}

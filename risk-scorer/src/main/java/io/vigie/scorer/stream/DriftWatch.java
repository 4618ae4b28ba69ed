package io.vigie.scorer.stream;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.quarkus.scheduler.Scheduled;
import io.vigie.scorer.scoring.Comparison;
import io.vigie.scorer.scoring.Drift;
import io.vigie.scorer.scoring.LineUp;
import io.vigie.scorer.scoring.ScoringModel;
import io.vigie.scorer.watch.Predicting;
import io.vigie.scorer.watch.Watch;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jboss.logging.Logger;

/** Looks from time to time whether the champion still tells, and says so in metrics and, when it decays, in the log. */
@ApplicationScoped
public class DriftWatch {
    private static final Logger LOG = Logger.getLogger(DriftWatch.class);

    private final ModelsInUse models;
    private final Tracks tracks;
    private final MultiGauge psi;
    private final MultiGauge calibration;
    private final MultiGauge known;
    private final MultiGauge warnings;
    private final MultiGauge shadow;
    private final MultiGauge failures;
    private final Predicting predicting;
    private final Set<String> failed = new HashSet<>();
    private List<String> told = List.of();

    DriftWatch(ModelsInUse models, Tracks tracks, Watch watch, MeterRegistry metrics) {
        this.models = models;
        this.predicting = watch.predicting();
        this.tracks = tracks;
        this.psi = MultiGauge.builder("vigie.model.psi")
                .description(
                        "Population stability index of the champion's inputs and score in the latest month of 200 customers")
                .register(metrics);
        this.calibration = MultiGauge.builder("vigie.model.calibration")
                .description("Share that left, and mean probability said, of the latest month of 200 known")
                .register(metrics);
        this.known = MultiGauge.builder("vigie.model.known")
                .description("Customers of that month of whom it is known what came")
                .register(metrics);
        this.warnings = MultiGauge.builder("vigie.model.warnings")
                .description("Reasons to look at the champion")
                .register(metrics);
        this.shadow = MultiGauge.builder("vigie.model.shadow")
                .description("Looks at which the shadow spoke beside the champion, and how far apart they were")
                .register(metrics);
        this.failures = MultiGauge.builder("vigie.model.failures")
                .description(
                        "How often a model had no answer since the start, and the scorecard or nobody spoke for it")
                .register(metrics);
    }

    @Scheduled(every = "30s", delayed = "15s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() {
        failures.register(failures(), true);
        try {
            tell(champion());
            shadow.register(besides(), true);
        } catch (StoresNotReady moving) {
            LOG.debug("stores are moving; drift is looked at when they stay", moving);
        }
    }

    private List<MultiGauge.Row<?>> failures() {
        List<MultiGauge.Row<?>> rows = new ArrayList<>();
        rows.add(failures(models.champion(), 0));
        models.shadow().ifPresent(model -> rows.add(failures(model, predicting.failures())));
        return rows;
    }

    /** Warns once a model: whoever brought it mends it there, and the metric counts on. */
    private MultiGauge.Row<?> failures(ScoringModel model, long beside) {
        long count = model.failures() + beside;
        if (count > 0 && failed.add(model.id())) {
            LOG.warnf(
                    "the model %s has no answer for some customers; the scorecard speaks for it, or nobody if it is a"
                            + " shadow: vigie_model_failures counts on",
                    model.id());
        }
        return MultiGauge.Row.of(Tags.of("model", model.id()), count);
    }

    private Drift champion() {
        ScoringModel champion = models.champion();
        return Drift.of(champion.past(), champion.id(), tracks.months(champion.id()));
    }

    private void tell(Drift drift) {
        List<MultiGauge.Row<?>> indexes = new ArrayList<>();
        List<MultiGauge.Row<?>> shares = new ArrayList<>();
        drift.latest().ifPresent(month -> month.psi()
                .forEach((input, index) ->
                        indexes.add(MultiGauge.Row.of(Tags.of("model", drift.model(), "input", input), index))));
        List<MultiGauge.Row<?>> outcomes = new ArrayList<>();
        drift.latestKnown()
                .ifPresent(month -> outcomes.add(MultiGauge.Row.of(Tags.of("model", drift.model()), month.known())));
        drift.latestKnown().flatMap(Drift.Month::told).ifPresent(last -> {
            shares.add(MultiGauge.Row.of(Tags.of("model", drift.model(), "share", "said"), last.said()));
            shares.add(MultiGauge.Row.of(Tags.of("model", drift.model(), "share", "came"), last.came()));
        });
        psi.register(indexes, true);
        calibration.register(shares, true);
        known.register(outcomes, true);
        warnings.register(
                List.of(MultiGauge.Row.of(
                        Tags.of("model", drift.model()), drift.warnings().size())),
                true);
        if (!drift.warnings().equals(told)) {
            drift.warnings().forEach(why -> LOG.warnf("the champion %s decays: %s", drift.model(), why));
            told = drift.warnings();
        }
    }

    private List<MultiGauge.Row<?>> besides() {
        LineUp lineUp = models.lineUp();
        if (lineUp.shadow().isEmpty()) {
            return List.of();
        }
        Comparison.Figures beside =
                tracks.comparison(lineUp.champion(), lineUp.shadow().get()).figures();
        String model = lineUp.shadow().get();
        return List.of(
                MultiGauge.Row.of(Tags.of("model", model, "figure", "looks"), beside.looks()),
                MultiGauge.Row.of(Tags.of("model", model, "figure", "mean-difference"), beside.meanDifference()),
                MultiGauge.Row.of(Tags.of("model", model, "figure", "same-level"), beside.sameLevel()));
    }
}

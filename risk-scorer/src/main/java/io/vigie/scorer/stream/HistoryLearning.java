package io.vigie.scorer.stream;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.vigie.events.signal.SignalCatalogue;
import io.vigie.scorer.ScorerSettings;
import io.vigie.scorer.learning.boosting.Growing;
import io.vigie.scorer.learning.file.HistoryModelFile;
import io.vigie.scorer.learning.fitting.HistoryLearner;
import io.vigie.scorer.learning.history.Gathering;
import io.vigie.scorer.learning.history.LearningPlan;
import io.vigie.scorer.learning.training.CannotLearn;
import io.vigie.scorer.learning.training.Progress;
import io.vigie.scorer.model.RiskModel;
import io.vigie.scorer.profile.Fold;
import io.vigie.scorer.profile.LifeRules;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Learns a model from the company's own history when asked, beside the scoring, and admits it as a candidate. */
@ApplicationScoped
public class HistoryLearning {
    private static final Logger LOG = Logger.getLogger(HistoryLearning.class);

    private final SignalCatalogue catalogue;
    private final LifeRules rules;
    private final RiskModel experts;
    private final ModelRegistry registry;
    private final Clock clock;
    private final MeterRegistry metrics;
    private final HistoryLog log;
    private final Path folder;
    private final AtomicReference<FitJob> job = new AtomicReference<>(new FitJob.None());
    private final AtomicBoolean calledOff = new AtomicBoolean();

    HistoryLearning(
            SignalCatalogue catalogue,
            LifeRules rules,
            RiskModel experts,
            ModelRegistry registry,
            ScorerSettings settings,
            Clock clock,
            MeterRegistry metrics,
            @ConfigProperty(name = "vigie.data", defaultValue = "./data") Path data,
            @ConfigProperty(name = "kafka.bootstrap.servers") String brokers) {
        this.catalogue = catalogue;
        this.rules = rules;
        this.experts = experts;
        this.registry = registry;
        this.clock = clock;
        this.metrics = metrics;
        this.folder = data.resolve("learning");
        this.log = new HistoryLog(brokers, settings.prefix(), folder);
    }

    /** What a fit had laid out on disk when this process was ended must not outlive an erasure. */
    void begin(@Observes StartupEvent start) {
        Spill.sweep(folder);
    }

    /** The fit that is under way here, or was last. */
    public FitJob job() {
        return job.get();
    }

    /**
     * Begins to learn, and returns at once.
     *
     * @return the fit, or nothing where one is under way already
     */
    public Optional<FitJob> begin(LearningPlan plan, String by) {
        FitJob before = job.get();
        FitJob.Underway underway = new FitJob.Underway(
                clock.instant(), by, "reading", 0, 1, UUID.randomUUID().toString());
        if (before instanceof FitJob.Underway || !job.compareAndSet(before, underway)) {
            return Optional.empty();
        }
        calledOff.set(false);
        Thread.ofPlatform().name("history-fit").daemon().start(() -> run(plan, underway));
        return Optional.of(underway);
    }

    /** Calls off the fit that is under way here; false where there is none. */
    public boolean callOff() {
        calledOff.set(true);
        return job.get() instanceof FitJob.Underway;
    }

    private void run(LearningPlan plan, FitJob.Underway begun) {
        FitJob end;
        try {
            HistoryModelFile file = learn(gather(plan, watched(begun)), plan, watched(begun));
            end = new FitJob.Done(
                    begun.since(), clock.instant(), begun.by(), registry.admit(file, begun.by()), begun.id());
        } catch (CancellationException e) {
            end = new FitJob.Cancelled(begun.since(), clock.instant(), begun.by(), begun.id());
        } catch (RuntimeException | Error e) { // else the fit would be under way for ever
            end = failed(begun, e);
        }
        metrics.counter(
                        "vigie.model.fits",
                        "result",
                        end.getClass().getSimpleName().toLowerCase(java.util.Locale.ROOT))
                .increment();
        job.set(end);
    }

    private FitJob failed(FitJob.Underway begun, Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null && !(cause instanceof CannotLearn)) {
            cause = cause.getCause();
        }
        if (calledOff.get()) {
            return new FitJob.Cancelled(begun.since(), clock.instant(), begun.by(), begun.id());
        }
        if (!(cause instanceof CannotLearn)) {
            LOG.error("no model could be learned from the history; the one in use stays", failure);
        }
        return new FitJob.Failed(begun.since(), clock.instant(), begun.by(), why(cause), begun.id());
    }

    private static String why(Throwable cause) {
        return Optional.ofNullable(cause.getMessage()).orElseGet(cause::toString);
    }

    private Gathering gather(LearningPlan plan, Progress progress) {
        try {
            Files.createDirectories(folder);
            Spill.sweep(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Gathering gathering = new Gathering(catalogue, new Fold(catalogue, rules), experts, plan);
        log.readInto(gathering, progress);
        return gathering;
    }

    /** In a pool of its own, so that learning takes half of the machine at most. */
    private HistoryModelFile learn(Gathering gathering, LearningPlan plan, Progress progress) {
        try (ForkJoinPool pool =
                new ForkJoinPool(Math.max(1, Runtime.getRuntime().availableProcessors() / 2))) {
            return pool.submit(() -> new HistoryLearner(plan, gathering, experts.scorecard(), progress)
                            .learn(Growing.obstacle()))
                    .join();
        }
    }

    /** Every step is told, and is where it can be called off. */
    private Progress watched(FitJob.Underway begun) {
        return (stage, of) -> {
            AtomicInteger done = new AtomicInteger();
            job.set(new FitJob.Underway(begun.since(), begun.by(), stage, 0, of, begun.id()));
            return () -> {
                if (calledOff.get()) {
                    throw new CancellationException("called off");
                }
                job.set(new FitJob.Underway(begun.since(), begun.by(), stage, done.incrementAndGet(), of, begun.id()));
            };
        };
    }
}

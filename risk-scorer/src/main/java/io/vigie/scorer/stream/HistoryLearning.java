package io.vigie.scorer.stream;

import io.quarkus.runtime.StartupEvent;
import io.vigie.events.signal.SignalCatalogue;
import io.vigie.scorer.ScorerSettings;
import io.vigie.scorer.learning.boosting.Growing;
import io.vigie.scorer.learning.file.HistoryModelFile;
import io.vigie.scorer.learning.fitting.HistoryLearner;
import io.vigie.scorer.learning.history.Gathering;
import io.vigie.scorer.learning.history.LearningPlan;
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
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Learns a model from the company's own history when asked, beside the scoring, and admits it as a candidate. */
@ApplicationScoped
public class HistoryLearning {
    private final SignalCatalogue catalogue;
    private final LifeRules rules;
    private final RiskModel experts;
    private final ModelRegistry registry;
    private final Clock clock;
    private final Fits fits;
    private final HistoryLog log;
    private final Path folder;

    HistoryLearning(
            SignalCatalogue catalogue,
            LifeRules rules,
            RiskModel experts,
            ModelRegistry registry,
            ScorerSettings settings,
            Clock clock,
            Fits fits,
            @ConfigProperty(name = "vigie.data", defaultValue = "./data") Path data,
            @ConfigProperty(name = "kafka.bootstrap.servers") String brokers) {
        this.catalogue = catalogue;
        this.rules = rules;
        this.experts = experts;
        this.registry = registry;
        this.clock = clock;
        this.fits = fits;
        this.folder = data.resolve("learning");
        this.log = new HistoryLog(brokers, settings.prefix(), folder);
    }

    /** What a fit had laid out on disk when this process was ended must not outlive an erasure. */
    void begin(@Observes StartupEvent start) {
        Spill.sweep(folder);
    }

    /**
     * Begins to learn, and returns at once.
     *
     * @return the fit, or nothing where one is under way already
     */
    public Optional<FitJob> begin(LearningPlan plan, String by) {
        return fits.begin("history", "reading", by, (begun, progress) -> {
            Gathering gathering = gather(plan, progress);
            HistoryModelFile file = Fits.onHalfTheMachine(
                    () -> new HistoryLearner(plan, gathering, experts.scorecard(), progress).learn(Growing.obstacle()));
            String model = registry.admit(file, by);
            return new FitJob.Done(begun.since(), clock.instant(), by, model, begun.id(), Optional.empty());
        });
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
}

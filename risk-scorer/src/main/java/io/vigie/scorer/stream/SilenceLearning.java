package io.vigie.scorer.stream;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.vigie.events.model.SilenceTakenBack;
import io.vigie.events.signal.SignalCatalogue;
import io.vigie.events.wire.Topic;
import io.vigie.scorer.ScorerSettings;
import io.vigie.scorer.model.OrderBook;
import io.vigie.scorer.model.Scorecard;
import io.vigie.scorer.profile.Cohorts;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Learns what silence means here from the company's own orders, when asked and from time to time. */
@ApplicationScoped
public class SilenceLearning {
    private static final Logger LOG = Logger.getLogger(SilenceLearning.class);
    private static final String FITS = "vigie.silence.fits";

    private final SignalCatalogue catalogue;
    private final Scorecard scorecard;
    private final Cohorts cohorts;
    private final SilenceInUse inUse;
    private final Questions questions;
    private final ScorerSettings settings;
    private final Clock clock;
    private final MeterRegistry metrics;
    private final String brokers;
    private final AtomicReference<Lesson> lesson = new AtomicReference<>(new Lesson.None());

    SilenceLearning(
            SignalCatalogue catalogue,
            Scorecard scorecard,
            Cohorts cohorts,
            SilenceInUse inUse,
            Questions questions,
            ScorerSettings settings,
            Clock clock,
            MeterRegistry metrics,
            @ConfigProperty(name = "kafka.bootstrap.servers") String brokers) {
        this.catalogue = catalogue;
        this.scorecard = scorecard;
        this.cohorts = cohorts;
        this.inUse = inUse;
        this.questions = questions;
        this.settings = settings;
        this.clock = clock;
        this.metrics = metrics;
        this.brokers = brokers;
    }

    /** The fit that is under way here, or was last. */
    public Lesson lesson() {
        return lesson.get();
    }

    /**
     * Begins to fit, and returns at once.
     *
     * @param until what happened later is left out
     * @param anyhow whether to use parameters that tell worse than the scorecard's who stays away
     * @return false where a fit is under way already
     */
    public boolean begin(Optional<Instant> until, boolean anyhow) {
        Lesson before = lesson.get();
        Lesson.Underway underway = new Lesson.Underway(clock.instant(), 0);
        if (before instanceof Lesson.Underway || !lesson.compareAndSet(before, underway)) {
            return false;
        }
        Thread.ofPlatform()
                .name("silence-fit")
                .daemon()
                .start(() -> learn(underway, until.orElseGet(questions::now), anyhow));
        return true;
    }

    /** Takes back all that was fitted: the scorecard's parameters hold again, everywhere, until somebody asks for a fit. */
    public void forget(String by) {
        publish(SilenceRecords.takenBack(topic(), inUse.fitted(), new SilenceTakenBack(by, clock.instant())));
        metrics.counter(FITS, "result", "taken-back").increment();
    }

    /** One instance sees to it: the one that keeps the first partition. */
    @Scheduled(every = "10m", delayed = "5m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void fitWhenDue() {
        boolean ours = settings.mode() == ScorerSettings.Mode.LIVE
                && settings.silence().fromFits(settings.mode())
                && questions.keepsFirstPartition();
        if (ours && due(clock.instant().minus(settings.silence().fitEvery()), lesson.get(), inUse)) {
            begin(Optional.empty(), false);
        }
    }

    /**
     * Whether to fit though nobody asks: not where somebody took back what was fitted, whichever instance they asked.
     *
     * @param lately since when a fit is young enough
     */
    static boolean due(Instant lately, Lesson last, SilenceInUse inUse) {
        return inUse.takenBack().isEmpty()
                && last.startedAt().filter(lately::isBefore).isEmpty()
                && inUse.fitted().stream().noneMatch(one -> one.fittedAt().isAfter(lately));
    }

    private void learn(Lesson.Underway started, Instant until, boolean anyhow) {
        try {
            OrderBook book = new OrderBook(catalogue, cohorts, settings.zone(), until, scorecard.horizonDays());
            new OrderLog(brokers, settings.prefix())
                    .readInto(book, read -> lesson.set(new Lesson.Underway(started.since(), read)));
            Lesson.Done done = new SilenceFitting(scorecard.silence(), until, anyhow).fit(book, started.since(), clock);
            if (inUse.takenBack()
                    .filter(back -> back.at().isAfter(started.since()))
                    .isPresent()) {
                throw new IllegalStateException("what is fitted was taken back meanwhile");
            }
            publish(SilenceRecords.told(topic(), done, inUse));
            lesson.set(done);
            metrics.counter(FITS, "result", "done").increment();
        } catch (RuntimeException | Error e) { // else the fit would be under way for ever
            LOG.error("silence could not be fitted, the parameters in use stay", e);
            lesson.set(new Lesson.Failed(started.since(), String.valueOf(e.getMessage())));
            metrics.counter(FITS, "result", "failed").increment();
        }
    }

    private void publish(List<ProducerRecord<String, byte[]>> records) {
        ModelFeed.send(brokers, records);
    }

    private String topic() {
        return Topic.MODELS.under(settings.prefix());
    }
}

package io.vigie.scorer.stream;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.vigie.events.model.SilenceFitted;
import io.vigie.events.signal.SignalCatalogue;
import io.vigie.events.wire.Event;
import io.vigie.events.wire.EventCodec;
import io.vigie.events.wire.Ids;
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
    private static final String SOURCE = "/vigie/risk-scorer";

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

    /** Takes back all that was fitted: the scorecard's parameters hold again, everywhere. */
    public void forget() {
        publish(inUse.fitted().stream()
                .map(one -> new ProducerRecord<String, byte[]>(topic(), SilenceFitted.key(one.cohort()), null))
                .toList());
    }

    /** One instance sees to it: the one that keeps the first partition. */
    @Scheduled(every = "10m", delayed = "5m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void fitWhenDue() {
        boolean ours = settings.mode() == ScorerSettings.Mode.LIVE
                && settings.silence().fromFits(settings.mode())
                && questions.keepsFirstPartition();
        Instant due = clock.instant().minus(settings.silence().fitEvery());
        boolean lately = lesson.get().startedAt().filter(due::isBefore).isPresent()
                || inUse.fitted().stream().anyMatch(one -> one.fittedAt().isAfter(due));
        if (ours && !lately) {
            begin(Optional.empty(), false);
        }
    }

    private void learn(Lesson.Underway started, Instant until, boolean anyhow) {
        try {
            OrderBook book = new OrderBook(catalogue, cohorts, settings.zone(), until, scorecard.horizonDays());
            new OrderLog(brokers, settings.prefix())
                    .readInto(book, read -> lesson.set(new Lesson.Underway(started.since(), read)));
            Lesson.Done done = new SilenceFitting(scorecard.silence(), until, anyhow).fit(book, started.since(), clock);
            publish(done.fitted().stream().map(this::record).toList());
            lesson.set(done);
            metrics.counter("vigie.silence.fits", "result", "done").increment();
        } catch (RuntimeException e) {
            LOG.error("silence could not be fitted, the parameters in use stay", e);
            lesson.set(new Lesson.Failed(started.since(), String.valueOf(e.getMessage())));
            metrics.counter("vigie.silence.fits", "result", "failed").increment();
        }
    }

    private ProducerRecord<String, byte[]> record(SilenceFitted fitted) {
        String key = SilenceFitted.key(fitted.cohort());
        String id = Ids.derived(key + " " + fitted.fittedAt(), "fit").toString();
        return EventCodec.record(topic(), Event.of(id, SOURCE, key, fitted.fittedAt(), fitted));
    }

    private void publish(List<ProducerRecord<String, byte[]>> records) {
        ModelFeed.send(brokers, records);
    }

    private String topic() {
        return Topic.MODELS.under(settings.prefix());
    }
}

package io.vigie.scorer.stream;

import io.micrometer.core.instrument.MeterRegistry;
import io.vigie.scorer.learning.training.CannotLearn;
import io.vigie.scorer.learning.training.Progress;
import io.vigie.scorer.learning.training.Remark;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;

/** The one fit that may be under way on this instance, whatever is learned from: how far it is, and what it came to. */
@ApplicationScoped
public class Fits {
    private static final Logger LOG = Logger.getLogger(Fits.class);

    private final Clock clock;
    private final MeterRegistry metrics;
    private final AtomicReference<FitJob> job = new AtomicReference<>(new FitJob.None());
    private final AtomicBoolean calledOff = new AtomicBoolean();

    Fits(Clock clock, MeterRegistry metrics) {
        this.clock = clock;
        this.metrics = metrics;
    }

    /** Learns, and says what it came to. */
    @FunctionalInterface
    interface Work {
        FitJob.Done done(FitJob.Underway begun, Progress progress);
    }

    /** The fit that is under way here, or was last. */
    public FitJob job() {
        return job.get();
    }

    /**
     * Begins to learn, and returns at once.
     *
     * @param from what is learned from, in a word
     * @return the fit, or nothing where one is under way already
     */
    Optional<FitJob> begin(String from, String stage, String by, Work work) {
        FitJob before = job.get();
        FitJob.Underway underway = new FitJob.Underway(
                clock.instant(), by, stage, 0, 1, UUID.randomUUID().toString());
        if (before instanceof FitJob.Underway || !job.compareAndSet(before, underway)) {
            return Optional.empty();
        }
        calledOff.set(false);
        Thread.ofPlatform().name(from + "-fit").daemon().start(() -> run(from, underway, work));
        return Optional.of(underway);
    }

    /** Calls off the fit that is under way here; false where there is none. */
    public boolean callOff() {
        calledOff.set(true);
        return job.get() instanceof FitJob.Underway;
    }

    private void run(String from, FitJob.Underway begun, Work work) {
        FitJob end;
        try {
            end = work.done(begun, watched(begun));
        } catch (CancellationException e) {
            end = new FitJob.Cancelled(begun.since(), clock.instant(), begun.by(), begun.id());
        } catch (RuntimeException | Error e) { // else the fit would be under way for ever
            end = failed(begun, e);
        }
        metrics.counter(
                        "vigie.model.fits",
                        "result",
                        end.getClass().getSimpleName().toLowerCase(Locale.ROOT),
                        "from",
                        from)
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
            LOG.error("no model could be learned; the one in use stays", failure);
        }
        String why = Optional.ofNullable(cause.getMessage()).orElseGet(cause::toString);
        Optional<Remark> remark = cause instanceof CannotLearn cannot ? cannot.remark() : Optional.empty();
        return new FitJob.Failed(begun.since(), clock.instant(), begun.by(), why, begun.id(), remark);
    }

    /** In a pool of its own, so that learning takes half of the machine at most. */
    static <T> T onHalfTheMachine(Callable<T> learning) {
        try (ForkJoinPool pool =
                new ForkJoinPool(Math.max(1, Runtime.getRuntime().availableProcessors() / 2))) {
            return pool.submit(learning).join();
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

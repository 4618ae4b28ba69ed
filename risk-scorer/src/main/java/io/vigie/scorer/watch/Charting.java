package io.vigie.scorer.watch;

import io.vigie.scorer.profile.Entry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Goes through a customer's timeline once more, to draw how the probability ran between what came. */
public final class Charting {
    private static final int BETWEEN = 60;
    private static final int AHEAD = 30;

    private final Watch watch;

    public Charting(Watch watch) {
        this.watch = watch;
    }

    /**
     * The run of the probability from one instant to another and for as long as foreseen after it: right before and
     * after each entry, and at regular instants between them.
     *
     * @return empty where nothing was known of the customer by then
     */
    public Optional<Course> course(List<Entry> inOrder, String customer, Instant from, Instant at, Duration ahead) {
        Run run = new Run(customer, at);
        Instant start = inOrder.isEmpty() || inOrder.getFirst().time().isBefore(from)
                ? from
                : inOrder.getFirst().time();
        Duration step = Duration.between(start, at).dividedBy(BETWEEN);
        Instant next = start;
        for (Entry entry : inOrder) {
            if (entry.time().isAfter(at)) {
                break;
            }
            while (next.isBefore(entry.time())) {
                run.lookAt(next);
                next = next.plus(step);
            }
            run.take(entry, !entry.time().isBefore(start));
        }
        while (next.isBefore(at) && step.isPositive()) {
            run.lookAt(next);
            next = next.plus(step);
        }
        return run.until(ahead);
    }

    /** The standing as it goes, with the points drawn so far. */
    private final class Run {
        private final String customer;
        private final Instant at;
        private final List<Course.Point> past = new ArrayList<>();
        private Standing standing = Standing.NEW;

        private Run(String customer, Instant at) {
            this.customer = customer;
            this.at = at;
        }

        private void take(Entry entry, boolean drawn) {
            if (drawn) {
                lookAt(entry.time());
            }
            standing = watch.follow(standing, entry, at);
            if (drawn) {
                lookAt(entry.time());
            }
        }

        private void lookAt(Instant instant) {
            if (standing.asOf().isPresent()) {
                past.add(point(instant));
            }
        }

        private Course.Point point(Instant instant) {
            standing = watch.pass(standing, customer, instant, at);
            return Course.Point.of(watch.glance(standing, customer, instant));
        }

        private Optional<Course> until(Duration foreseen) {
            if (standing.asOf().isEmpty()) {
                return Optional.empty();
            }
            lookAt(at);
            double base = watch.glance(standing, customer, at).base();
            List<Course.Point> ahead = new ArrayList<>(List.of(past.getLast()));
            for (int i = 1; i <= AHEAD; i++) {
                ahead.add(point(at.plus(foreseen.multipliedBy(i).dividedBy(AHEAD))));
            }
            return Optional.of(new Course(base, past, ahead));
        }
    }
}

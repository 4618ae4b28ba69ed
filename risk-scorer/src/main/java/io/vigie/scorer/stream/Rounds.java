package io.vigie.scorer.stream;

import io.vigie.scorer.watch.Reconsidering;
import io.vigie.scorer.watch.Standing;
import io.vigie.scorer.watch.Watch;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Looks at a partition's customers of whom nothing came, when they are due, and writes down what any look has shown. */
final class Rounds {
    private static final int AT_ONCE = 2_000;

    /** A review that failed is tried again so much later, so that it holds up no other. */
    private static final Duration LATER = Duration.ofDays(1);

    /** What is said at an older look is history: it would be held at once against what came long ago. */
    private static final Duration FRESH = Duration.ofDays(7);

    private final Watch watch;
    private final Books books;
    private final Outlet outlet;
    private final Clock clock;
    private final boolean replay;

    Rounds(Watch watch, Books books, Outlet outlet, Clock clock, boolean replay) {
        this.watch = watch;
        this.books = books;
        this.outlet = outlet;
        this.clock = clock;
        this.replay = replay;
    }

    /** Looks at whoever is due by an instant: in a replay all, else so many that signals need not wait long. */
    void fire(Instant by) {
        List<String> due = books.agenda().due(by, AT_ONCE);
        while (!due.isEmpty()) {
            for (String customer : due) {
                Standing before = books.agenda().of(customer);
                Watch.Step step = books.fence()
                        .around("review", () -> watch.review(before, customer, by, clock.instant()))
                        .orElseGet(() -> Watch.putOff(before, by.plus(LATER)));
                advance(customer, before, step, Optional.empty());
            }
            due = replay ? books.agenda().due(by, AT_ONCE) : List.of();
        }
        settle(by);
    }

    /** Holds what was said against what came by an instant. */
    void settle(Instant by) {
        books.tracking().settle(by, replay ? Integer.MAX_VALUE : AT_ONCE);
    }

    /** Tells what fell due of one customer by an instant. */
    void lastLook(String customer, Instant at) {
        Standing known = books.agenda().of(customer);
        books.fence()
                .around("review", () -> watch.review(known, customer, at, clock.instant()))
                .ifPresent(step -> advance(customer, known, step, Optional.empty()));
    }

    /** Looks at a customer again because the model has changed, or what their timeline comes to. */
    void reconsider(String customer, boolean refold, Instant now) {
        Standing before = books.agenda().of(customer);
        Reconsidering again = watch.reconsidering();
        books.fence()
                .around(
                        "review",
                        () -> refold
                                ? again.byTheTimeline(
                                        before, customer, books.timeline().of(customer), now)
                                : again.byTheModel(before, customer, now))
                .ifPresent(step -> advance(customer, before, step, Optional.empty()));
    }

    /** Writes down where the watch on a customer stands after a look, and tells what is worth telling. */
    void advance(String customer, Standing before, Watch.Step step, Optional<Instant> receivedAt) {
        books.agenda().replace(customer, before, step.standing());
        if (replay || fresh(step.standing())) {
            books.tracking().looked(customer, step.standing());
        }
        step.tellings().forEach(telling -> outlet.tell(customer, telling, receivedAt));
    }

    private boolean fresh(Standing standing) {
        Instant oldest = clock.instant().minus(FRESH);
        return standing.asOf().filter(oldest::isBefore).isPresent();
    }
}

package io.vigie.scorer.profile;

import io.vigie.events.customer.Contract;
import io.vigie.events.customer.Renewal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How a contract that renews itself stands at an instant when nothing more was heard of it: it has gone on by terms as
 * long as its last, and its notice window with it.
 */
final class Renewals {
    private static final Duration YEAR = Duration.ofDays(365);

    /** From farther back the beginning is that of the relationship, and not of the term. */
    private static final Duration LONGEST_TERM = YEAR.multipliedBy(3);

    private Renewals() {}

    /** When it will have renewed itself next; empty where it never does, or nobody said when. */
    static Optional<Instant> next(Contract terms) {
        return terms.end().filter(_ -> terms.renewal() == Renewal.TACIT);
    }

    static boolean due(Contract terms, Instant now) {
        return terms.renewal() == Renewal.TACIT
                && terms.end().isPresent()
                && !terms.end().get().isAfter(now);
    }

    static Contract at(Contract terms, Instant now) {
        if (!due(terms, now)) {
            return terms;
        }
        Duration term = term(terms);
        long times = Duration.between(terms.end().orElseThrow(), now).dividedBy(term) + 1;
        Duration by = term.multipliedBy(times);
        return new Contract(
                terms.id(),
                terms.renewal(),
                terms.start().plus(by),
                terms.end().map(end -> end.plus(by)),
                terms.noticeOpens().map(opens -> opens.plus(by)),
                terms.noticeCloses().map(closes -> closes.plus(by)));
    }

    private static Duration term(Contract terms) {
        Duration term = Duration.between(terms.start(), terms.end().orElseThrow());
        boolean likely = term.compareTo(Duration.ofDays(1)) >= 0 && term.compareTo(LONGEST_TERM) <= 0;
        return likely ? term : YEAR;
    }
}

package io.vigie.scorer.profile;

import io.vigie.events.customer.Contract;
import io.vigie.events.customer.Renewal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/**
 * How a contract that renews itself stands at an instant when nothing more was heard of it: it has gone on by terms as
 * long as its first, and its notice window with it.
 */
final class Renewals {
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

    /** @param told as somebody said, never as it stood after a renewal: the 31st would be forgotten in February */
    static Contract at(Contract told, Instant now, ZoneId zone) {
        if (!due(told, now)) {
            return told;
        }
        Term term = Term.of(told.start(), told.end().orElseThrow(), zone);
        long times = term.timesUntilAfter(now);
        Optional<Instant> closes = told.noticeCloses().map(date -> term.later(date, times));
        return new Contract(
                told.id(),
                told.renewal(),
                term.begins(times),
                Optional.of(term.ends(times)),
                told.noticeOpens().map(date -> term.later(date, times)).map(opens -> closes.filter(opens::isAfter)
                        .orElse(opens)),
                closes);
    }
}

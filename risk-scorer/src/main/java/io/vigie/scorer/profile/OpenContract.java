package io.vigie.scorer.profile;

import io.vigie.events.customer.Contract;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/**
 * A contract that runs.
 *
 * @param terms as told; for who looks at an instant, as they stand then
 * @param yearlyAmount what it brings a year, minor units; 0 where unknown
 * @param begun the start as told: that it renewed itself since is no beginning
 */
public record OpenContract(Contract terms, long yearlyAmount, Instant begun) {
    /** As told. */
    public OpenContract(Contract terms, long yearlyAmount) {
        this(terms, yearlyAmount, terms.start());
    }

    /** How it stands at an instant. */
    OpenContract at(Instant now, ZoneId zone) {
        return new OpenContract(Renewals.at(terms, now, zone), yearlyAmount, begun);
    }

    /** When it will have renewed itself next, and its dates are those of another term. */
    public Optional<Instant> renewsItself() {
        return Renewals.next(terms);
    }

    /** Whether another takes its place under a number of its own: begun while this one ran or soon after, it outlasts it. */
    public boolean succeededBy(OpenContract other, int graceDays) {
        return other.begun.isAfter(begun)
                && terms.end()
                        .filter(end -> !other.begun.isAfter(Days.after(end, graceDays)))
                        .filter(other::goesOnAfter)
                        .isPresent();
    }

    private boolean goesOnAfter(Instant instant) {
        return renewsItself().isPresent()
                || terms.end().filter(end -> !end.isAfter(instant)).isEmpty();
    }
}

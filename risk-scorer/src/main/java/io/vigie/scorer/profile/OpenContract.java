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
 */
public record OpenContract(Contract terms, long yearlyAmount) {
    /** How it stands at an instant. */
    OpenContract at(Instant now, ZoneId zone) {
        return new OpenContract(Renewals.at(terms, now, zone), yearlyAmount);
    }

    /** When it will have renewed itself next, and its dates are those of another term. */
    public Optional<Instant> renewsItself() {
        return Renewals.next(terms);
    }
}

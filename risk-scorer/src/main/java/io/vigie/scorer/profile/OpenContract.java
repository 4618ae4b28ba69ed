package io.vigie.scorer.profile;

import io.vigie.events.customer.Contract;
import java.time.Instant;
import java.util.Optional;

/**
 * A contract that runs.
 *
 * @param yearlyAmount what it brings a year, minor units; 0 where unknown
 */
public record OpenContract(Contract terms, long yearlyAmount) {
    /** When it will have renewed itself next, and its dates are those of another term. */
    public Optional<Instant> renewsItself() {
        return Renewals.next(terms);
    }
}

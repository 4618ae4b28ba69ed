package io.vigie.scorer.profile;

import io.vigie.events.customer.Contract;

/**
 * A contract that runs.
 *
 * @param yearlyAmount what it brings a year, minor units; 0 where unknown
 */
public record OpenContract(Contract terms, long yearlyAmount) {}

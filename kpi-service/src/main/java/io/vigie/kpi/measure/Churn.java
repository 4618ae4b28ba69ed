package io.vigie.kpi.measure;

import java.util.Optional;

/**
 * Churn over a period, four ways, since many small customers lost and one large one are different troubles.
 *
 * @param customersLost lives as a customer that ended within the period; who returns and leaves again counts twice
 * @param customersLostShare of the customers at the period's start; absent when there were none
 * @param valueLost yearly margins that those customers had when they left, minor units
 * @param valueLostShare of the yearly margins at the period's start; absent when they were none
 */
public record Churn(
        Split customersLost, Optional<Shares> customersLostShare, Split valueLost, Optional<Shares> valueLostShare) {

    public static Churn of(Split customersLost, long customersAtStart, Split valueLost, long valueAtStart) {
        return new Churn(
                customersLost,
                Shares.of(customersLost, customersAtStart),
                valueLost,
                Shares.of(valueLost, valueAtStart));
    }
}

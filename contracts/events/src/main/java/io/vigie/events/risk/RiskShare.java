package io.vigie.events.risk;

import java.util.List;

/**
 * One of the two risks against staying, explained: {@code logOdds = base + Σ reasons}.
 *
 * @param probability of leaving this way within the horizon
 * @param logOdds ln(probability / probability of staying)
 * @param base the log-odds of the customer's segment when nothing has happened
 * @param reasons largest movement first
 */
public record RiskShare(double probability, double logOdds, double base, List<Reason> reasons) {
    public RiskShare {
        reasons = List.copyOf(reasons);
    }
}

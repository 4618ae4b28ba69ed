package io.vigie.events.retention;

import io.vigie.events.customer.Segment;
import io.vigie.events.risk.RiskLevel;
import io.vigie.events.signal.Cause;
import java.util.Optional;

/**
 * What a decision was made on, so that it can be explained, and its policy judged later.
 *
 * @param policy version of the policy
 * @param rule the row that matched, by name
 * @param propensity probability with which the policy takes this decision on this input, for judging other policies
 * @param expectedProfit of the action taken, minor units; empty where none was considered
 * @param valueAtStake margin at stake, minor units
 */
public record DecisionTrace(
        String policy,
        String rule,
        double propensity,
        Segment segment,
        RiskLevel level,
        double probability,
        Cause cause,
        Optional<Long> expectedProfit,
        long valueAtStake) {
    public DecisionTrace {
        expectedProfit = expectedProfit == null ? Optional.empty() : expectedProfit;
    }
}

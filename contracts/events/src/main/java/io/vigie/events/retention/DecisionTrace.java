package io.vigie.events.retention;

import io.vigie.events.customer.Segment;
import io.vigie.events.risk.RiskLevel;
import io.vigie.events.signal.Cause;
import java.util.List;
import java.util.Optional;

/**
 * What a decision was made on, so that it can be explained, and its policy judged later.
 *
 * @param policy version of the policy
 * @param rule the row that matched, by name
 * @param propensity probability with which the policy takes this decision on this input, for judging other policies
 * @param expectedProfit of the action taken, minor units; empty where none was considered
 * @param valueAtStake margin at stake, minor units
 * @param programme the programme it belongs to, where it is ours to do or leave and no answer that is owed
 * @param group on which side of the programme's comparison the customer stands
 * @param stratum segment and value band, within which the sides are compared
 * @param wouldHave the action that a customer of the control group would have got
 * @param inputs what the policy's rows were asked with, by the table's own names
 * @param candidates all that could have been done, hardest first
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
        long valueAtStake,
        Optional<String> programme,
        Optional<Group> group,
        Optional<String> stratum,
        Optional<Action> wouldHave,
        List<Input> inputs,
        List<Candidate> candidates) {
    public DecisionTrace {
        expectedProfit = expectedProfit == null ? Optional.empty() : expectedProfit;
        programme = programme == null ? Optional.empty() : programme;
        group = group == null ? Optional.empty() : group;
        stratum = stratum == null ? Optional.empty() : stratum;
        wouldHave = wouldHave == null ? Optional.empty() : wouldHave;
        inputs = inputs == null ? List.of() : List.copyOf(inputs);
        candidates = candidates == null ? List.of() : List.copyOf(candidates);
    }
}

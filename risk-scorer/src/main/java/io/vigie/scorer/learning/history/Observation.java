package io.vigie.scorer.learning.history;

import io.vigie.events.customer.Segment;
import io.vigie.events.signal.RiskKind;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What a model may learn from a snapshot, without the profile, of which there is no room for many.
 *
 * @param exposure how long they were left to themselves
 * @param contract whether with an open contract
 * @param quiet whether experts find nothing to worry about
 * @param attributes what was on record of them by then
 */
public record Observation(
        String customer,
        Instant at,
        Fate fate,
        Exposure exposure,
        Segment segment,
        boolean contract,
        double base,
        boolean quiet,
        Facts byChoice,
        Facts unpaid,
        Map<String, String> attributes) {
    public Observation {
        attributes = Map.copyOf(attributes);
    }

    /**
     * What is read for one risk.
     *
     * @param base its log-odds
     * @param experts what the scorecard makes of all, as log-odds
     * @param inputs what was read, each once
     * @param values one an input
     */
    // bulk figures, never compared
    @SuppressWarnings("ArrayRecordComponent")
    public record Facts(double base, double experts, List<Input> inputs, double[] values) {
        public Facts {
            inputs = List.copyOf(inputs);
        }
    }

    String group() {
        return Subject.group(segment, contract);
    }

    Facts facts(RiskKind risk) {
        return risk == RiskKind.UNPAID ? unpaid : byChoice;
    }
}

package io.vigie.scorer.watch;

import io.vigie.events.risk.RiskLevel;
import java.time.Instant;
import java.util.List;

/**
 * How a customer's probability came to be what it is: {@code start + Σ byTime + Σ moved + sinceLast = probability}.
 *
 * @param start the probability of anybody in the segment, of whom nothing is known
 * @param lines one for each entry of the timeline, oldest first
 * @param sinceLast what time did after the last entry
 * @param probability as of the instant asked for
 */
public record Ledger(
        String customer,
        Instant asOf,
        double start,
        List<Line> lines,
        double sinceLast,
        double probability,
        RiskLevel level) {
    public Ledger {
        lines = List.copyOf(lines);
    }

    /**
     * What one entry did.
     *
     * @param type the signal's type, or {@code vigie.customer} for a record
     * @param byTime by how much time had moved the probability since the entry before
     * @param moved by how much this entry moved it
     * @param probability right after it
     */
    public record Line(
            Instant time,
            String type,
            String source,
            String id,
            double byTime,
            double moved,
            double probability,
            RiskLevel level) {}
}

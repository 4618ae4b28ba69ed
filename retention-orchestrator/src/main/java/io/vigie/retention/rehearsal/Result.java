package io.vigie.retention.rehearsal;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.vigie.retention.rehearsal.Simulation.Changed;
import io.vigie.retention.rehearsal.Simulation.Move;
import java.time.Instant;
import java.util.List;

/**
 * What two policies would have done in the same part of the past.
 *
 * @param share of all customers that was gone through; what is counted is what that comes to for all
 * @param customers of whom a risk was told then
 * @param currency of all amounts
 * @param moves how many would be treated otherwise, the most frequent first
 * @param changed who would, the most valuable first and 200 at most
 */
public record Result(
        Instant from,
        Instant to,
        double share,
        long customers,
        String currency,
        Side live,
        Side draft,
        List<Move> moves,
        List<Changed> changed) {
    public Result {
        moves = List.copyOf(moves);
        changed = List.copyOf(changed);
    }

    /** How many customers the draft would act on and the live policy only watches: no decision tells of their like. */
    @JsonProperty
    public long unseen() {
        return moves.stream()
                .filter(move -> move.was().equals(Treatment.WATCHED))
                .mapToLong(Move::customers)
                .sum();
    }
}

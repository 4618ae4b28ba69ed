package io.vigie.retention.casework;

import io.vigie.events.customer.Segment;
import io.vigie.events.retention.Action;
import io.vigie.events.retention.CaseResult;
import io.vigie.events.retention.DecisionTrace;
import io.vigie.events.retention.Outcome;
import java.util.Comparator;
import java.util.Optional;

/**
 * What a closed case tells of how well an action keeps customers.
 *
 * @param probability with which the customer was to leave when it was decided
 */
public record Saving(Action action, Segment segment, boolean afterNotice, double probability) {
    /** Only of customers whom somebody reached, and who then stayed or left. */
    public static Optional<Saving> of(RetentionCase.Closed closed) {
        boolean known = closed.result() == CaseResult.SAVED || closed.result() == CaseResult.LOST;
        DecisionTrace trace = closed.opening().trace();
        return closed.done()
                .filter(done -> known && !closed.opening().winsBack())
                .filter(done -> !done.order().step().owed() && done.outcome() != Outcome.NOT_REACHED)
                .map(done -> done.order().step().action())
                .max(Comparator.naturalOrder())
                .map(action -> new Saving(action, trace.segment(), closed.about(Opening.NOTICE), trace.probability()));
    }
}

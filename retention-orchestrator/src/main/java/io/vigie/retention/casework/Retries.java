package io.vigie.retention.casework;

import io.vigie.events.retention.Action;
import io.vigie.events.retention.Outcome;
import io.vigie.retention.policy.Policy;
import io.vigie.retention.policy.Step;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/** What comes after a try that reached nobody: calls at other hours, then one softer action, then peace. */
record Retries(Policy policy, FollowUp followUp) {
    private static final String TERMINATION = "termination.notified";
    private static final String INCIDENT = "incident.with-account-manager";

    /**
     * @param notBefore where it is to wait for its hour
     */
    record Try(Step step, Optional<Instant> notBefore) {}

    /** Whom notice was taken from is left in peace. */
    Optional<Try> after(Dossier dossier, TaskOrder order, Instant at) {
        RetentionCase current = dossier.current().orElseThrow();
        if (current.about(TERMINATION)) {
            return Optional.empty();
        }
        return calledAgain(current, order, at).or(() -> onceSofter(dossier, order, at));
    }

    private Optional<Try> calledAgain(RetentionCase current, TaskOrder order, Instant at) {
        long tries = 1
                + unreached(current)
                        .filter(done -> done.order().step().action() == Action.CALL)
                        .count();
        if (order.step().action() != Action.CALL
                || tries >= followUp.rules().calls().tries()) {
            return Optional.empty();
        }
        Instant next = followUp.nextTry(at);
        return Optional.of(new Try(order.step().dueBy(followUp.calendar().endOfDay(next)), Optional.of(next)));
    }

    private Optional<Try> onceSofter(Dossier dossier, TaskOrder order, Instant at) {
        Action action = order.step().action();
        boolean first = unreached(dossier.current().orElseThrow())
                .allMatch(done -> done.order().step().action() == action);
        return first ? softer(dossier, order, at).map(step -> new Try(step, Optional.empty())) : Optional.empty();
    }

    /** The next softer action that is open and pays. */
    Optional<Step> softer(Dossier dossier, TaskOrder order, Instant at) {
        boolean discreet = dossier.current().filter(one -> one.about(INCIDENT)).isPresent();
        return dossier.latest()
                .flatMap(latest -> policy.softerThan(order.step().action(), latest.risk(), at, discreet));
    }

    private static Stream<Task.Done> unreached(RetentionCase current) {
        return current.done().filter(done -> done.outcome() == Outcome.NOT_REACHED);
    }
}

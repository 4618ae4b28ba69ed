package io.vigie.retention.casework;

import io.vigie.events.customer.Channel;
import io.vigie.events.customer.Purpose;
import io.vigie.events.retention.Action;
import io.vigie.events.retention.Outcome;
import io.vigie.retention.law.Permission;
import io.vigie.retention.policy.Occasion;
import io.vigie.retention.policy.Past;
import io.vigie.retention.policy.Rulebook;
import io.vigie.retention.policy.Step;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/** What comes after a try that reached nobody: calls at other hours, then one softer action, then peace. */
record Retries(Rulebook rulebook, FollowUp followUp) {
    /**
     * @param notBefore where it is to wait for its hour
     */
    record Try(Step step, Optional<Instant> notBefore) {}

    /** Whom notice was taken from is left in peace. */
    Optional<Try> after(Dossier dossier, Past past, TaskOrder order, Instant at) {
        RetentionCase current = dossier.current().orElseThrow();
        if (current.about(Opening.NOTICE)) {
            return Optional.empty();
        }
        return calledAgain(dossier, past, order, at).or(() -> onceSofter(dossier, order, at));
    }

    private Optional<Try> calledAgain(Dossier dossier, Past past, TaskOrder order, Instant at) {
        long tries = 1
                + unreached(dossier.current().orElseThrow())
                        .filter(done -> done.order().step().action() == Action.CALL)
                        .count();
        if (order.step().action() != Action.CALL
                || tries >= followUp.rules().calls().tries()) {
            return Optional.empty();
        }
        Instant next = followUp.nextTry(at);
        return dossier.latest()
                .filter(latest -> permitted(occasion(latest, past, order, next), dossier.purpose(), order.about()))
                .map(_ -> new Try(order.step().dueBy(followUp.endOfDay(next)), Optional.of(next)));
    }

    /** The law counts attempts and knows refusals; what it will not permit by then is not planned. */
    private boolean permitted(Occasion then, Purpose purpose, Optional<String> matter) {
        return rulebook.at(then.now()).permissions(then, purpose, matter).get(Channel.PHONE)
                instanceof Permission.Allowed;
    }

    private Optional<Try> onceSofter(Dossier dossier, TaskOrder order, Instant at) {
        Action action = order.step().action();
        boolean first = unreached(dossier.current().orElseThrow())
                .allMatch(done -> done.order().step().action() == action);
        return first ? softer(dossier, order, at).map(step -> new Try(step, Optional.empty())) : Optional.empty();
    }

    /** The next softer action that is open and pays. */
    Optional<Step> softer(Dossier dossier, TaskOrder order, Instant at) {
        boolean discreet = dossier.current().filter(RetentionCase::discreet).isPresent();
        return dossier.latest().flatMap(latest -> rulebook.at(at)
                .softerThan(
                        order.step().action(),
                        occasion(latest, dossier.past(), order, at),
                        dossier.purpose(),
                        discreet));
    }

    private Occasion occasion(Assessment latest, Past past, TaskOrder order, Instant at) {
        return new Occasion(
                latest.risk(), at, past, rulebook.known(), order.id().toString());
    }

    private static Stream<Task.Done> unreached(RetentionCase current) {
        return current.done().filter(done -> done.outcome() == Outcome.NOT_REACHED);
    }
}

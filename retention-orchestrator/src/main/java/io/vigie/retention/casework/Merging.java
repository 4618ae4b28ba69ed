package io.vigie.retention.casework;

import io.vigie.events.retention.CaseEnd;
import io.vigie.events.retention.Team;
import io.vigie.events.risk.Matter;
import io.vigie.retention.policy.Decision;
import io.vigie.retention.policy.Step;
import java.time.Instant;
import java.util.Optional;

/**
 * A decision on a customer who has a case already: what is owed is added, what answers a matter that the case does not deal with
 * yet, and what goes further than what was asked.
 */
final class Merging {
    private Merging() {}

    static void into(Handling handling, Decision.Act act) {
        if (act.about().equals(Optional.of(Opening.DISCREET))) {
            handling.cancel(task -> task.order().step().team() == Team.ACCOUNT_MANAGERS, CaseEnd.NOTHING_LEFT_TO_DO);
        }
        boolean another = askedBackAgain(handling.current(), act) || answersAnother(handling.current(), act);
        for (Step step : act.steps()) {
            if (step.owed()) {
                if (!acknowledged(handling, act)) {
                    handling.assign(step, act.trace().rule(), act.about());
                }
            } else if (fits(handling.current(), step) && (another || goesFurther(handling.current(), step))) {
                handling.cancel(task -> replaced(task, step), CaseEnd.NOTHING_LEFT_TO_DO);
                handling.assign(step, act.trace().rule(), act.about());
            }
        }
    }

    /** Whatever was done for a case that waits was done before this matter came up. */
    private static boolean answersAnother(RetentionCase current, Decision.Act act) {
        return act.about()
                .filter(matter -> current instanceof RetentionCase.Waiting || !current.about(matter))
                .isPresent();
    }

    /** Their next time to be asked back has come while it is still open what the first gave. */
    private static boolean askedBackAgain(RetentionCase current, Decision.Act act) {
        return current instanceof RetentionCase.Waiting && current.opening().winsBack() && act.winsBack();
    }

    /** One that is still to do answers every matter of the kind; one that is done, those that were there by then. */
    private static boolean acknowledged(Handling handling, Decision.Act act) {
        Instant newest = act.about()
                .flatMap(matter ->
                        handling.dossier().latest().flatMap(one -> one.risk().openMatter(matter)))
                .map(Matter::newest)
                .orElse(Instant.MIN);
        return handling.current().tasks().stream()
                .filter(task ->
                        task.order().step().owed() && task.order().about().equals(act.about()))
                .anyMatch(task -> switch (task) {
                    case Task.ToDo _ -> true;
                    case Task.Done done -> !done.at().isBefore(newest);
                    case Task.Cancelled _ -> false;
                });
    }

    private static boolean fits(RetentionCase current, Step step) {
        return !(step.team() == Team.ACCOUNT_MANAGERS && current.discreet());
    }

    private static boolean goesFurther(RetentionCase current, Step step) {
        return current.tasks().stream()
                .filter(task -> !(task instanceof Task.Cancelled))
                .map(task -> task.order().step())
                .filter(asked -> !asked.owed())
                .allMatch(asked -> step.action().compareTo(asked.action()) > 0);
    }

    /** What nobody has taken on, is not owed, and goes no further. */
    private static boolean replaced(Task.ToDo task, Step by) {
        Step asked = task.order().step();
        boolean softer = asked.action().compareTo(by.action()) < 0;
        boolean sameForTheLevel =
                asked.action() == by.action() && task.order().about().isEmpty();
        return !(task instanceof Task.Claimed) && !task.order().bound() && (softer || sameForTheLevel);
    }
}

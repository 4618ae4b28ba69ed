package io.vigie.retention.casework;

import io.vigie.events.retention.CaseEnd;
import io.vigie.events.retention.Team;
import io.vigie.retention.policy.Decision;
import io.vigie.retention.policy.Step;
import java.util.Optional;

/** A decision on a customer who has a case already: only what is owed, or goes further than what was asked, is added. */
final class Merging {
    private Merging() {}

    static void into(Handling handling, Decision.Act act) {
        if (act.about().equals(Optional.of(Opening.DISCREET))) {
            handling.cancel(task -> task.order().step().team() == Team.ACCOUNT_MANAGERS, CaseEnd.NOTHING_LEFT_TO_DO);
        }
        boolean again = askedBackAgain(handling.current(), act);
        for (Step step : act.steps()) {
            if (step.owed() ? !acknowledged(handling.current(), act) : again || goesFurther(handling.current(), step)) {
                if (!step.owed()) {
                    handling.cancel(Merging::unclaimedAndNotOwed, CaseEnd.NOTHING_LEFT_TO_DO);
                }
                handling.assign(step, act.trace().rule(), act.about());
            }
        }
    }

    /** Their next time to be asked back has come while it is still open what the first gave. */
    private static boolean askedBackAgain(RetentionCase current, Decision.Act act) {
        return current instanceof RetentionCase.Waiting && current.opening().winsBack() && act.winsBack();
    }

    private static boolean acknowledged(RetentionCase current, Decision.Act act) {
        return current.tasks().stream()
                .map(Task::order)
                .anyMatch(order -> order.step().owed() && order.about().equals(act.about()));
    }

    private static boolean goesFurther(RetentionCase current, Step step) {
        boolean toTheAccountManager = step.team() == Team.ACCOUNT_MANAGERS && current.discreet();
        return !toTheAccountManager
                && current.tasks().stream()
                        .filter(task -> !(task instanceof Task.Cancelled))
                        .map(task -> task.order().step())
                        .filter(asked -> !asked.owed())
                        .allMatch(asked -> step.action().compareTo(asked.action()) > 0);
    }

    private static boolean unclaimedAndNotOwed(Task.ToDo task) {
        return !(task instanceof Task.Claimed) && !task.order().step().owed();
    }
}

package io.vigie.retention.casework;

import io.vigie.events.retention.Action;
import io.vigie.events.retention.Outcome;
import io.vigie.events.retention.Team;
import io.vigie.retention.policy.Step;

/**
 * There is almost never a third chance, so a customer who was won back is somebody's: whoever won them back in person, else
 * their account manager, else the lead of the team that is to act.
 */
final class SecondLoyalty {
    private SecondLoyalty() {}

    /** Meant for the owner, where nobody else is named for it and it is not about an account manager. */
    static Step owned(Step step, Dossier dossier, RetentionCase current, FollowUp followUp) {
        boolean free = step.assignee().isEmpty() && step.team() != Team.AUTOMATIC && !step.owed();
        return free && dossier.inSecondLife() && !current.discreet()
                ? step.forTeam(
                        step.team(), dossier.owner().or(dossier::accountManager).or(() -> followUp.lead(step.team())))
                : step;
    }

    /** Whether a case ends only because its time to wait is over: in the life that has begun since, nothing was answered. */
    static boolean outlived(RetentionCase ended) {
        return ended instanceof RetentionCase.Waiting && ended.opening().winsBack();
    }

    /** Who reached a customer in person to win them back will own them if they come. */
    static Dossier after(Dossier dossier, TaskOrder order, Outcome outcome, String by) {
        boolean inPerson = order.step().action().compareTo(Action.CALL) >= 0 && outcome != Outcome.NOT_REACHED;
        return inPerson
                        && dossier.current()
                                .filter(one -> one.opening().winsBack())
                                .isPresent()
                ? dossier.ownedBy(by)
                : dossier;
    }
}

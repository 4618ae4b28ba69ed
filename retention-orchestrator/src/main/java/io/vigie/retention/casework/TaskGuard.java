package io.vigie.retention.casework;

import io.vigie.events.retention.Action;
import io.vigie.retention.casework.IllegalMove.Why;
import io.vigie.retention.policy.Step;
import java.util.Optional;
import java.util.UUID;

/** What stands between a person and a task: that it is over, somebody else's, or that another team is with the customer. */
final class TaskGuard {
    private TaskGuard() {}

    /** Nobody is spoken to by two teams at once; letters, messages and what is owed go their own way. */
    static void nobodyElseIsBusyWith(Dossier dossier, Task.ToDo task) {
        Step step = task.order().step();
        dossier.current().stream()
                .filter(_ -> isAConversation(step))
                .flatMap(RetentionCase::toDo)
                .filter(Task.Claimed.class::isInstance)
                .map(other -> other.order().step())
                .filter(other -> isAConversation(other) && other.team() != step.team())
                .findFirst()
                .ifPresent(other -> {
                    throw new IllegalMove(
                            Why.CUSTOMER_WITH_ANOTHER_TEAM,
                            "The team " + other.team().word()
                                    + " is busy with this customer; wait until they are done, or ask your lead.");
                });
    }

    /** Nothing comes before the confirmation that the customer has a right to, least of all a call to talk them round. */
    static void confirmedFirst(Dossier dossier, Task.ToDo task) {
        boolean early =
                dossier.current().filter(RetentionCase::waitsForConfirmation).isPresent();
        if (early && isAConversation(task.order().step())) {
            throw new IllegalMove(
                    Why.CONFIRM_FIRST,
                    "The customer's notice is not confirmed yet; send the confirmation first, then speak to them.");
        }
    }

    static boolean isAConversation(Step step) {
        return step.action().compareTo(Action.CALL) >= 0 && !step.owed();
    }

    static void theirs(Task.ToDo task, Doer by) {
        if (task instanceof Task.Claimed claimed && !claimed.by().equals(by.name()) && !by.leads()) {
            throw new IllegalMove(
                    Why.NOT_YOUR_TASK, "Somebody else has taken this task on; ask them or your lead to hand it over.");
        }
    }

    /** What was given to somebody whom we know is theirs, as if they had taken it on; a role or a stranger binds nobody. */
    static void meantFor(Task.ToDo task, Doer by, Tiers tiers) {
        boolean another = !(task instanceof Task.Claimed)
                && task.order()
                        .step()
                        .assignee()
                        .flatMap(tiers::idOf)
                        .filter(person -> !person.equals(by.name()))
                        .isPresent();
        if (another && !by.leads()) {
            throw new IllegalMove(
                    Why.NOT_YOUR_TASK, "This task was given to somebody else; ask them or your lead to hand it over.");
        }
    }

    /** To be thrown where what is about an account manager would come to their team. */
    static IllegalMove discreet() {
        return new IllegalMove(
                Why.TASK_IS_DISCREET, "This is about an account manager; give it to the sales director's team.");
    }

    static Task.ToDo toDo(Dossier dossier, UUID id) {
        Optional<Task> task = dossier.current().flatMap(current -> current.task(id));
        if (task.isPresent() && task.get() instanceof Task.ToDo toDo) {
            return toDo;
        }
        throw new IllegalMove(
                Why.TASK_NOT_FREE, "This task is done or cancelled already; look at its case for what came of it.");
    }
}

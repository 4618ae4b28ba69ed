package io.vigie.retention.casework;

import io.vigie.events.retention.CaseEnd;
import io.vigie.events.retention.CaseResult;
import io.vigie.events.retention.Outcome;
import io.vigie.events.retention.TaskClaimed;
import io.vigie.events.retention.TaskCompleted;
import io.vigie.retention.policy.Occasion;
import io.vigie.retention.policy.Rulebook;
import io.vigie.retention.policy.Step;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Takes a dossier and what a worker did, and gives the dossier after it and what is to be told. */
public final class TaskDesk {
    private static final String TERMINATION = "termination.notified";
    private static final String INCIDENT = "incident.with-account-manager";

    private final Rulebook rulebook;

    public TaskDesk(Rulebook rulebook) {
        this.rulebook = rulebook;
    }

    /**
     * Somebody takes a task on; a second time by the same person changes nothing.
     *
     * @throws IllegalMove when somebody else has it, or it is over
     */
    public Turn claim(Dossier dossier, UUID task, String by, Instant at) {
        return switch (toDo(dossier, task)) {
            case Task.Claimed claimed when claimed.by().equals(by) -> Turn.none(dossier);
            case Task.Claimed _ -> throw new IllegalMove("Somebody else has taken this task on; choose another.");
            case Task.Assigned assigned -> {
                Handling handling = deed(dossier, assigned.order(), at);
                handling.replace(new Task.Claimed(assigned.order(), by, at));
                handling.tell(
                        task,
                        "claimed",
                        new TaskClaimed(dossier.customer(), at, at, caseOf(handling), task.toString(), by));
                yield handling.turn();
            }
        };
    }

    /**
     * A task is done. Who was not reached gets one softer try; else the case waits to see who stays.
     *
     * @throws IllegalMove when the task is over already
     */
    public Turn complete(Dossier dossier, UUID task, Outcome outcome, String note, String by, Instant at) {
        TaskOrder order = toDo(dossier, task).order();
        Handling handling = deed(dossier, order, at);
        Optional<Step> again = outcome == Outcome.NOT_REACHED ? secondTry(dossier, order, at) : Optional.empty();
        handling.replace(new Task.Done(order, outcome, note, by, at));
        handling.dossier(handling.dossier().contacted(order.step(), outcome, at));
        handling.tell(
                task,
                "completed",
                new TaskCompleted(
                        dossier.customer(),
                        at,
                        at,
                        caseOf(handling),
                        task.toString(),
                        order.step().action(),
                        outcome,
                        by));
        again.ifPresent(step -> handling.assign(step, order.rule(), order.about()));
        if (handling.current().toDo().findAny().isEmpty()) {
            rest(handling, at);
        }
        return handling.turn();
    }

    /** Whom notice was taken from is left in peace; everybody else is tried once more, more softly. */
    private Optional<Step> secondTry(Dossier dossier, TaskOrder order, Instant at) {
        RetentionCase current = dossier.current().orElseThrow();
        boolean first = current.done().noneMatch(done -> done.outcome() == Outcome.NOT_REACHED);
        return dossier.latest()
                .filter(_ -> first && !current.about(TERMINATION))
                .flatMap(latest -> rulebook.at(at)
                        .softerThan(
                                order.step().action(),
                                new Occasion(
                                        latest.risk(),
                                        at,
                                        dossier.past(),
                                        rulebook.rates(),
                                        order.id().toString()),
                                current.about(INCIDENT)));
    }

    private static void rest(Handling handling, Instant at) {
        if (handling.current().acted()) {
            handling.waitUntil(at.plus(Settlement.PROOF_OF_STAYING));
        } else {
            handling.close(CaseResult.CLOSED_WITHOUT_ACTION, CaseEnd.NOTHING_LEFT_TO_DO);
        }
    }

    private static Handling deed(Dossier dossier, TaskOrder order, Instant at) {
        Cause opening = dossier.current().orElseThrow().opening().cause();
        Cause cause = new Cause(opening.event(), order.id() + "/again", Optional.empty());
        return new Handling(dossier, cause, at, at);
    }

    private static String caseOf(Handling handling) {
        return handling.current().opening().id().toString();
    }

    private static Task.ToDo toDo(Dossier dossier, UUID id) {
        Optional<Task> task = dossier.current().flatMap(current -> current.task(id));
        if (task.isPresent() && task.get() instanceof Task.ToDo toDo) {
            return toDo;
        }
        throw new IllegalMove("This task is done or cancelled already; look at its case for what came of it.");
    }
}

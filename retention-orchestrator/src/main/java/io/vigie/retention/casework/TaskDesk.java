package io.vigie.retention.casework;

import io.vigie.events.retention.CaseEnd;
import io.vigie.events.retention.TaskClaimed;
import io.vigie.events.retention.Team;
import io.vigie.retention.casework.IllegalMove.Why;
import io.vigie.retention.policy.Rulebook;
import io.vigie.retention.policy.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Takes a dossier and what a worker did, and gives the dossier after it and what is to be told. */
public final class TaskDesk {
    private static final Duration LONGEST_SNOOZE = Duration.ofDays(30);

    private final Retries retries;
    private final Aftermath aftermath;
    private final FollowUp followUp;

    public TaskDesk(Rulebook rulebook, FollowUp followUp) {
        this.retries = new Retries(rulebook, followUp);
        this.aftermath = new Aftermath(retries, followUp);
        this.followUp = followUp;
    }

    /**
     * Somebody takes a task on; a second time by the same person changes nothing.
     *
     * @throws IllegalMove when somebody else has it or is to do it, another team is busy with the customer, a confirmation
     *     comes first, or it is over
     */
    public Turn claim(Dossier dossier, UUID task, Doer by, Instant at) {
        Task.ToDo toDo = TaskGuard.toDo(dossier, task);
        if (toDo instanceof Task.Claimed claimed) {
            if (claimed.by().equals(by.name())) {
                return Turn.none(dossier);
            }
            throw new IllegalMove(
                    Why.TASK_NOT_FREE, "Somebody else has taken this task on; choose another, or ask your lead.");
        }
        if (toDo.watch().stage() != Watch.Stage.LATE) {
            TaskGuard.meantFor(toDo, by, followUp.tiers());
        }
        TaskGuard.nobodyElseIsBusyWith(dossier, toDo);
        TaskGuard.confirmedFirst(dossier, toDo);
        Handling handling = deed(dossier, toDo.order(), at);
        handling.replace(new Task.Claimed(toDo.order(), toDo.watch(), by.name(), at));
        handling.tell(
                task,
                "claimed/" + at + "/" + by.name(),
                new TaskClaimed(dossier.customer(), at, at, Aftermath.caseOf(handling), task.toString(), by.name()));
        return handling.turn();
    }

    /**
     * Who has taken a task on gives it back, or their lead does; what nobody has taken on stays as it is.
     *
     * @throws IllegalMove when it is somebody else's, or over
     */
    public Turn release(Dossier dossier, UUID task, Doer by, Instant at) {
        if (!(TaskGuard.toDo(dossier, task) instanceof Task.Claimed claimed)) {
            return Turn.none(dossier);
        }
        TaskGuard.theirs(claimed, by);
        Handling handling = deed(dossier, claimed.order(), at);
        handling.replace(new Task.Assigned(claimed.order(), claimed.watch()));
        return handling.turn();
    }

    /**
     * A task is put off.
     *
     * @throws IllegalMove when it is owed, somebody else's or over, or when the time is past or too far off
     */
    public Turn snooze(Dossier dossier, UUID task, Instant until, SnoozeReason because, Doer by, Instant at) {
        Task.ToDo toDo = TaskGuard.toDo(dossier, task);
        TaskGuard.theirs(toDo, by);
        TaskGuard.meantFor(toDo, by, followUp.tiers());
        if (toDo.order().step().owed()) {
            throw new IllegalMove(Why.TASK_IS_OWED, "The customer has a right to this; it cannot be put off.");
        }
        if (!until.isAfter(at) || until.isAfter(at.plus(LONGEST_SNOOZE))) {
            throw new IllegalMove(Why.NOT_SOON, "A task can be put off to a time ahead, by 30 days at most.");
        }
        Handling handling = deed(dossier, toDo.order(), at);
        Watch watch = toDo.watch().notBefore(until);
        handling.replace(new Task.Snoozed(toDo.order(), watch, until, because, by.name()));
        return handling.turn();
    }

    /**
     * A task is given to somebody else, or to another team, which then has one of its own in its place.
     *
     * @throws IllegalMove when it is over, or the other team must not know of it
     */
    public Turn handTo(Dossier dossier, UUID task, Team team, Optional<String> person, Instant at) {
        Task.ToDo toDo = TaskGuard.toDo(dossier, task);
        Step step = toDo.order().step();
        if (team == Team.AUTOMATIC) {
            throw new IllegalMove(Why.NOBODY_IN_TEAM, "Nobody works in automatic; give the task to a team of people.");
        }
        boolean discreet = dossier.current().filter(RetentionCase::discreet).isPresent();
        if (discreet && team == Team.ACCOUNT_MANAGERS) {
            throw TaskGuard.discreet();
        }
        Handling handling = deed(dossier, toDo.order(), at);
        if (step.team() == team) {
            handling.replace(new Task.Assigned(toDo.order().meantFor(person), toDo.watch()));
        } else {
            handling.handOn(toDo.order(), step.forTeam(team, person), CaseEnd.HANDED_ON);
        }
        return handling.turn();
    }

    /**
     * A task is done. Who did not answer is called again at another hour, then tried more softly; what was promised
     * becomes a task; else the case waits to see who stays.
     *
     * @throws IllegalMove when it is somebody else's or over, another team is busy with the customer, or the promise is for
     *     a day that is past or too far off
     */
    public Turn complete(Dossier dossier, UUID task, Report report, Doer by, Instant at) {
        Task.ToDo toDo = TaskGuard.toDo(dossier, task);
        TaskGuard.theirs(toDo, Doer.agent(by.name()));
        TaskGuard.meantFor(toDo, by, followUp.tiers());
        TaskGuard.nobodyElseIsBusyWith(dossier, toDo);
        TaskGuard.confirmedFirst(dossier, toDo);
        return aftermath.of(report, toDo.order(), by, deed(dossier, toDo.order(), at));
    }

    /** What could be done instead, where a team has no time for an action; nothing where nothing softer pays. */
    public Optional<Step> softer(Dossier dossier, UUID task, Instant at) {
        return dossier.current()
                .flatMap(current -> current.task(task))
                .flatMap(one -> retries.softer(dossier, one.order(), at));
    }

    /** Something softer takes the place of a task that nobody has the time for, unless somebody has begun after all. */
    public Turn fallBack(Dossier dossier, UUID task, Instant at) {
        Optional<TaskOrder> free = dossier.current().flatMap(current -> current.toDo()
                .filter(one -> !(one instanceof Task.Claimed))
                .map(Task::order)
                .filter(order -> order.id().equals(task) && !order.bound())
                .findFirst());
        return free.flatMap(order -> retries.softer(dossier, order, at).map(step -> {
                    Handling handling = deed(dossier, order, at);
                    handling.handOn(order, step, CaseEnd.NO_CAPACITY);
                    return handling.turn();
                }))
                .orElseGet(() -> Turn.none(dossier));
    }

    private Handling deed(Dossier dossier, TaskOrder order, Instant at) {
        Cause opening = dossier.current().orElseThrow().opening().cause();
        Cause cause = new Cause(opening.event(), order.id() + "/again", Optional.empty());
        return new Handling(dossier, cause, at, at, followUp);
    }
}

package io.vigie.retention.rehearsal;

import io.vigie.events.retention.Action;
import io.vigie.events.retention.Outcome;
import io.vigie.retention.casework.Assessment;
import io.vigie.retention.casework.Doer;
import io.vigie.retention.casework.Dossier;
import io.vigie.retention.casework.Report;
import io.vigie.retention.casework.RetentionCase;
import io.vigie.retention.casework.Task;
import io.vigie.retention.casework.Turn;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** One customer's way through the past under one policy, where each task is done by the day it is due and reaches them. */
final class Course {
    private static final Doer EVERYBODY = new Doer("rehearsal", true);
    private static final Comparator<Task> OWED_FIRST =
            Comparator.<Task, Boolean>comparing(task -> !owed(task)).thenComparing(Course::dueAt);

    private final Work.Desks desks;
    private final Counting counting;
    private Dossier dossier;
    private Optional<Action> hardest = Optional.empty();
    private Optional<Treatment> left = Optional.empty();

    Course(String customer, Work.Desks desks, Counting counting) {
        this.dossier = Dossier.of(customer);
        this.desks = desks;
        this.counting = counting;
    }

    void take(Assessment assessment) {
        Instant at = assessment.risk().asOf();
        pass(at);
        apply(desks.cases().assessed(dossier, assessment, at));
    }

    /** Nothing more comes; what is under way is counted with what it still asks for. */
    Treatment end(Instant at) {
        pass(at);
        dossier.current().ifPresent(counting::take);
        Treatment treatment = hardest.map(Treatment::of).or(() -> left).orElse(Treatment.WATCHED);
        counting.take(treatment);
        return treatment;
    }

    private void pass(Instant until) {
        Optional<Instant> due = nextDue(until);
        while (due.isPresent()) {
            Instant at = due.get();
            apply(desks.cases().passed(dossier, at, at));
            next(at).ifPresent(task -> apply(
                    desks.tasks().complete(dossier, task.order().id(), Report.of(outcome(task), ""), EVERYBODY, at)));
            due = nextDue(until);
        }
        apply(desks.cases().passed(dossier, until, until));
    }

    private Optional<Instant> nextDue(Instant until) {
        return toDo().map(Course::dueAt).min(Comparator.naturalOrder()).filter(due -> !due.isAfter(until));
    }

    /** What the customer has a right to comes before whatever is due. */
    private Optional<Task.ToDo> next(Instant due) {
        return toDo().filter(task -> owed(task) || !dueAt(task).isAfter(due)).min(OWED_FIRST);
    }

    private Stream<Task.ToDo> toDo() {
        return dossier.current().stream().flatMap(RetentionCase::toDo);
    }

    private static boolean owed(Task task) {
        return task.order().step().owed();
    }

    /** What was due before it was asked for is done at once. */
    private static Instant dueAt(Task task) {
        return Stream.of(task.order().step().dueAt(), task.order().assignedAt())
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    private static Outcome outcome(Task task) {
        return task.order().step().action().compareTo(Action.CALL) >= 0 ? Outcome.REACHED : Outcome.SENT;
    }

    private void apply(Turn turn) {
        dossier = turn.dossier();
        for (RetentionCase changed : turn.changed()) {
            hardest =
                    Stream.concat(hardest.stream(), Stream.of(changed.action())).max(Comparator.naturalOrder());
            if (changed instanceof RetentionCase.Closed) {
                counting.take(changed);
            }
        }
        left = dossier.lastNoAction().map(one -> Treatment.of(one.because())).or(() -> left);
    }
}

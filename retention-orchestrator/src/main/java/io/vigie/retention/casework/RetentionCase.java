package io.vigie.retention.casework;

import io.vigie.events.retention.Action;
import io.vigie.events.retention.CaseEnd;
import io.vigie.events.retention.CaseResult;
import io.vigie.events.retention.Outcome;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** One attempt to keep one customer, in the state it is in. */
public sealed interface RetentionCase {
    Opening opening();

    List<Task> tasks();

    /** Being worked, or to be. */
    sealed interface Open extends RetentionCase permits Opened, InAction {
        /** In the state that its tasks are in. */
        static Open of(Opening opening, List<Task> tasks) {
            return begun(tasks) ? new InAction(opening, tasks) : new Opened(opening, tasks);
        }

        private static boolean begun(List<Task> tasks) {
            return tasks.stream().anyMatch(task -> task instanceof Task.Claimed || task instanceof Task.Done);
        }
    }

    /** Nobody has begun. */
    record Opened(Opening opening, List<Task> tasks) implements Open {
        public Opened {
            tasks = List.copyOf(tasks);
            if (Open.begun(tasks)) {
                throw new IllegalArgumentException("a case that somebody works on is in action");
            }
        }
    }

    /** Somebody is at it, or has been and more is to be done. */
    record InAction(Opening opening, List<Task> tasks) implements Open {
        public InAction {
            tasks = List.copyOf(tasks);
            if (!Open.begun(tasks)) {
                throw new IllegalArgumentException("a case is in action once somebody has begun");
            }
        }
    }

    /** Somebody has acted; whether it helped is known when the customer is still one then. */
    record Waiting(Opening opening, List<Task> tasks, Instant until) implements RetentionCase {
        public Waiting {
            tasks = List.copyOf(tasks);
        }
    }

    record Closed(Opening opening, List<Task> tasks, CaseResult result, CaseEnd because, Instant at)
            implements RetentionCase {
        public Closed {
            tasks = List.copyOf(tasks);
            if (tasks.stream().anyMatch(Task.ToDo.class::isInstance)) {
                throw new IllegalArgumentException("a case with tasks still to do cannot be closed");
            }
        }
    }

    default Optional<Task> task(UUID id) {
        return tasks().stream().filter(task -> task.order().id().equals(id)).findFirst();
    }

    default Stream<Task.ToDo> toDo() {
        return tasks().stream().filter(Task.ToDo.class::isInstance).map(Task.ToDo.class::cast);
    }

    default Stream<Task.Done> done() {
        return tasks().stream().filter(Task.Done.class::isInstance).map(Task.Done.class::cast);
    }

    /** Whether somebody has acted and the customer knows of it; to confirm what they asked for is not to act. */
    default boolean acted() {
        return done().anyMatch(task ->
                task.outcome() != Outcome.NOT_REACHED && !task.order().step().owed());
    }

    /** Whether the confirmation of a notice, which the customer has a right to, is still to do. */
    default boolean waitsForConfirmation() {
        return toDo().map(Task::order)
                .anyMatch(order -> order.step().owed()
                        && order.about().filter(Opening.NOTICE::equals).isPresent());
    }

    default boolean about(String matter) {
        return Stream.concat(
                        opening().about().stream(), tasks().stream().flatMap(task -> task.order().about().stream()))
                .anyMatch(matter::equals);
    }

    /** Whether the account manager must not come to know of it. */
    default boolean discreet() {
        return about(Opening.DISCREET);
    }

    /** The hardest action decided or asked for so far: what the case is counted as. */
    default Action action() {
        return Stream.concat(
                        Stream.of(opening().action()),
                        tasks().stream().map(task -> task.order().step().action()))
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }
}

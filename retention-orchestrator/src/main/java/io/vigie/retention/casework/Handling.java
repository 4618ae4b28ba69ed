package io.vigie.retention.casework;

import io.vigie.events.retention.CaseEnd;
import io.vigie.events.retention.CaseResult;
import io.vigie.events.retention.RetentionEvent;
import io.vigie.events.wire.Ids;
import io.vigie.retention.policy.Decision;
import io.vigie.retention.policy.Step;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

/** One go at one dossier: each method takes a step and notes what is to be told of it. */
final class Handling {
    private final Cause cause;
    private final Instant at;
    private final FollowUp followUp;
    private final News news;
    private final List<RetentionCase> changed = new ArrayList<>();
    private Dossier dossier;

    Handling(Dossier dossier, Cause cause, Instant at, Instant recordedAt, FollowUp followUp) {
        this.dossier = dossier;
        this.cause = cause;
        this.at = at;
        this.followUp = followUp;
        this.news = new News(dossier.customer(), cause, at, recordedAt);
    }

    Instant at() {
        return at;
    }

    /** What chance is drawn from: a case keeps its own, so that another look at it draws the same. */
    String seed() {
        return dossier.current()
                .map(current -> current.opening().cause().seed())
                .orElse(cause.seed());
    }

    Dossier dossier() {
        return dossier;
    }

    void dossier(Dossier next) {
        dossier = next;
    }

    UUID id(String role) {
        return cause.id(role);
    }

    /** The case that this go was about, also where it has ended in it. */
    Optional<String> latestCase() {
        return changed.isEmpty()
                ? dossier.current().map(current -> current.opening().id().toString())
                : Optional.of(changed.getLast().opening().id().toString());
    }

    Turn turn() {
        return new Turn(dossier, changed, news.told());
    }

    void open(Decision.Act act) {
        UUID id = cause.id("case");
        Opening opening = new Opening(
                id, dossier.customer(), at, act.about(), act.action(), act.why(), act.trace(), act.currency(), cause);
        change(RetentionCase.Open.of(opening, List.of()));
        news.opened(id, act);
        act.steps().forEach(step -> assign(step, act.trace().rule(), act.about()));
    }

    void assign(Step step, String rule, Optional<String> about) {
        assign(cause.id(step.owed() ? "acknowledgement" : "task"), step, rule, about, Optional.empty());
    }

    private void assign(UUID id, Step asked, String rule, Optional<String> about, Optional<String> promised) {
        RetentionCase current = current();
        Step step = SecondLoyalty.owned(asked, dossier, current, followUp);
        TaskOrder order = new TaskOrder(id, rule, about, step, at, promised);
        List<Task> tasks = new ArrayList<>(current.tasks());
        tasks.add(new Task.Assigned(order, followUp.begin(step, at)));
        change(RetentionCase.Open.of(current.opening(), tasks));
        news.assigned(current.opening().id(), id, step, dossier.accountManager());
    }

    void cancel(Predicate<Task.ToDo> which, CaseEnd because) {
        for (Task.ToDo task : current().toDo().filter(which).toList()) {
            UUID id = task.order().id();
            replace(new Task.Cancelled(task.order(), because, at));
            news.cancelled(current().opening().id(), id, because);
        }
    }

    /** The same as before, or something softer, that may have to wait for its hour. */
    void tryAgain(Retries.Try another, TaskOrder order) {
        assign(cause.id("task"), another.step(), order.rule(), order.about(), order.promised());
        another.notBefore().ifPresent(hour -> {
            Task.ToDo task = current().toDo().reduce((_, last) -> last).orElseThrow();
            replace(new Task.Snoozed(task.order(), task.watch().notBefore(hour), hour, SnoozeReason.ANOTHER_HOUR, ""));
        });
    }

    /** Another team takes a task's place with one of its own. */
    void handOn(TaskOrder order, Step step, CaseEnd because) {
        cancel(other -> other.order().equals(order), because);
        assign(Ids.derived(order.id().toString(), because.word()), step, order.rule(), order.about(), order.promised());
    }

    /** Whoever promised keeps it, on the same way, by the end of that day; it is no contact that we start. */
    void promise(Promise promise, TaskOrder order, String by, Instant due) {
        Step step = order.step().promised(by, due);
        assign(
                Ids.derived(order.id().toString(), "promise"),
                step,
                order.rule(),
                order.about(),
                Optional.of(promise.what()));
    }

    void replace(Task task) {
        List<Task> tasks = current().tasks().stream()
                .map(other -> other.order().id().equals(task.order().id()) ? task : other)
                .toList();
        change(
                switch (current()) {
                    case RetentionCase.Open open -> RetentionCase.Open.of(open.opening(), tasks);
                    case RetentionCase.Waiting waiting ->
                        new RetentionCase.Waiting(waiting.opening(), tasks, waiting.until());
                    case RetentionCase.Closed closed ->
                        throw new IllegalStateException(
                                "case " + closed.opening().id() + " is closed");
                });
    }

    void waitUntil(Instant until) {
        change(new RetentionCase.Waiting(current().opening(), current().tasks(), until));
        dossier = dossier.answeredAt(at);
    }

    /** The same act is given longer to show what came of it. */
    void waitOn(Instant until) {
        change(new RetentionCase.Waiting(current().opening(), current().tasks(), until));
    }

    void close(CaseResult result, CaseEnd because) {
        cancel(_ -> true, because);
        RetentionCase current = current();
        UUID id = current.opening().id();
        change(new RetentionCase.Closed(current.opening(), current.tasks(), result, because, at));
        if (!SecondLoyalty.outlived(current)) {
            dossier = dossier.answeredAt(at);
        }
        news.closed(id, result, because);
    }

    /** Told once while reason and row stay the same, so that the numbers count customers and not events. */
    void letGo(Decision.LetGo letGo) {
        var noAction = new Dossier.NoAction(letGo.because(), letGo.trace().rule());
        if (!dossier.lastNoAction().equals(Optional.of(noAction))) {
            dossier = dossier.withNoAction(Optional.of(noAction));
            news.leftAlone(letGo);
        }
    }

    void tell(UUID about, String role, RetentionEvent event) {
        news.tell(about, role, event);
    }

    RetentionCase current() {
        return dossier.current()
                .orElseThrow(() -> new IllegalStateException(dossier.customer() + " has no case under way"));
    }

    private void change(RetentionCase next) {
        dossier = dossier.with(next);
        changed.add(next);
    }
}

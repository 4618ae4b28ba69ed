package io.vigie.retention.casework;

import io.vigie.events.retention.CaseEnd;
import io.vigie.events.retention.CaseResult;
import io.vigie.events.retention.Outcome;
import io.vigie.events.retention.TaskCompleted;
import io.vigie.retention.casework.IllegalMove.Why;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What follows from a task that is done: another try, a promise to keep, a call whose time has come, or waiting. */
record Aftermath(Retries retries, FollowUp followUp) {
    private static final Duration FARTHEST_PROMISE = Duration.ofDays(366);

    Turn of(Report report, TaskOrder order, Doer by, Handling handling) {
        Dossier before = handling.dossier();
        Instant at = handling.at();
        Optional<Instant> promisedBy = report.promised().map(promise -> endOf(promise, at));
        handling.replace(new Task.Done(order, report.outcome(), report.note(), by.name(), at));
        handling.dossier(SecondLoyalty.after(approached(handling, order, report), order, report.outcome(), by.name()));
        handling.tell(
                order.id(),
                "completed",
                new TaskCompleted(
                        before.customer(),
                        at,
                        at,
                        caseOf(handling),
                        order.id().toString(),
                        order.step().action(),
                        report.outcome(),
                        by.name(),
                        promisedBy));
        next(report, order, before, handling).ifPresent(another -> handling.tryAgain(another, order));
        report.promised().ifPresent(promise -> handling.promise(promise, order, by.name(), promisedBy.orElseThrow()));
        if (order.step().owed() && order.about().filter(Opening.NOTICE::equals).isPresent()) {
            EffortToLeave.acknowledged(handling, order);
            conversationsDueFrom(handling, at);
        }
        if (handling.current().toDo().findAny().isEmpty()) {
            rest(handling, at);
        }
        return handling.turn();
    }

    /** To confirm what they asked for is not to approach them. */
    private static Dossier approached(Handling handling, TaskOrder order, Report report) {
        Dossier dossier = handling.dossier();
        return order.step().owed() ? dossier : dossier.contacted(order.step(), report.outcome(), handling.at());
    }

    private Optional<Retries.Try> next(Report report, TaskOrder order, Dossier before, Handling handling) {
        return report.outcome() == Outcome.NOT_REACHED
                ? retries.after(before, handling.dossier().past(), order, handling.at())
                : Optional.empty();
    }

    private Instant endOf(Promise promise, Instant at) {
        Instant due = followUp.closing(promise.by(), at);
        if (!due.isAfter(at) || due.isAfter(at.plus(FARTHEST_PROMISE))) {
            throw new IllegalMove(Why.NOT_SOON, "What is promised is for a day ahead, within a year.");
        }
        return due;
    }

    /** Whoever gave notice is spoken to only once it was confirmed, so the time for it runs from then. */
    private void conversationsDueFrom(Handling handling, Instant at) {
        handling.current()
                .toDo()
                .filter(task -> TaskGuard.isAConversation(task.order().step()))
                .filter(task -> !task.order().bound())
                .toList()
                .forEach(task -> followUp.rulebook()
                        .at(at)
                        .dueBy(task.order().rule(), at)
                        .filter(due -> due.isAfter(task.order().step().dueAt()))
                        .map(task.order()::dueBy)
                        .ifPresent(later ->
                                handling.replace(task.ordered(later).watched(followUp.begin(later.step(), at)))));
    }

    private static void rest(Handling handling, Instant at) {
        if (handling.current().acted()) {
            handling.waitUntil(at.plus(Settlement.PROOF_OF_STAYING));
        } else {
            handling.close(CaseResult.CLOSED_WITHOUT_ACTION, CaseEnd.NOTHING_LEFT_TO_DO);
        }
    }

    static String caseOf(Handling handling) {
        return handling.current().opening().id().toString();
    }
}

package io.vigie.retention.store;

import io.vigie.events.retention.DecisionOverruled;
import io.vigie.events.retention.RetentionEvent;
import io.vigie.events.retention.TaskClaimed;
import io.vigie.events.retention.TaskCompleted;
import io.vigie.retention.casework.Announcement;
import io.vigie.retention.casework.Turn;
import jakarta.enterprise.context.ApplicationScoped;

/** What is told is kept for ever, so people stand in it under their name of the month, as in the audit log. */
@ApplicationScoped
class MonthNames {
    private final AuditLog audit;

    MonthNames(AuditLog audit) {
        this.audit = audit;
    }

    Turn in(Turn turn) {
        return new Turn(
                turn.dossier(),
                turn.changed(),
                turn.told().stream()
                        .map(one -> new Announcement(one.id(), in(one.event()), one.cause()))
                        .toList());
    }

    private RetentionEvent in(RetentionEvent event) {
        return switch (event) {
            case TaskClaimed e ->
                new TaskClaimed(
                        e.customer(), e.at(), e.recordedAt(), e.caseId(), e.taskId(), name(e.claimedBy(), event));
            case TaskCompleted e ->
                new TaskCompleted(
                        e.customer(),
                        e.at(),
                        e.recordedAt(),
                        e.caseId(),
                        e.taskId(),
                        e.action(),
                        e.outcome(),
                        name(e.completedBy(), event),
                        e.promisedBy());
            case DecisionOverruled e ->
                new DecisionOverruled(
                        e.customer(), e.at(), e.recordedAt(), e.caseId(), e.was(), e.now(), name(e.by(), event));
            default -> event;
        };
    }

    private String name(String person, RetentionEvent event) {
        return person.equals(AuditLog.OURSELVES) ? person : audit.naming(person, event.recordedAt());
    }
}

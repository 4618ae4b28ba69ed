package io.vigie.retention.casework;

import io.vigie.events.retention.CaseClosed;
import io.vigie.events.retention.CaseEnd;
import io.vigie.events.retention.CaseOpened;
import io.vigie.events.retention.CaseResult;
import io.vigie.events.retention.NoActionDecided;
import io.vigie.events.retention.RetentionEvent;
import io.vigie.events.retention.TaskAssigned;
import io.vigie.events.retention.TaskCancelled;
import io.vigie.events.wire.Ids;
import io.vigie.retention.policy.Decision;
import io.vigie.retention.policy.Step;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What is to be told of one go at one dossier, in its order, under ids that come from what it is about. */
final class News {
    private final String customer;
    private final Cause cause;
    private final Instant at;
    private final Instant recordedAt;
    private final List<Announcement> told = new ArrayList<>();

    News(String customer, Cause cause, Instant at, Instant recordedAt) {
        this.customer = customer;
        this.cause = cause;
        this.at = at;
        this.recordedAt = recordedAt;
    }

    List<Announcement> told() {
        return told;
    }

    void tell(UUID about, String role, RetentionEvent event) {
        told.add(new Announcement(Ids.derived(about.toString(), role), event, cause));
    }

    void opened(UUID file, Decision.Act act) {
        tell(file, "opened", new CaseOpened(customer, at, recordedAt, file.toString(), act.action(), act.trace()));
    }

    /** Of our own people only the account manager is named, as the customer's record names them. */
    void assigned(UUID file, UUID task, Step step, Optional<String> accountManager) {
        tell(
                task,
                "assigned",
                new TaskAssigned(
                        customer,
                        at,
                        recordedAt,
                        file.toString(),
                        task.toString(),
                        step.action(),
                        step.team(),
                        step.assignee().filter(one -> accountManager.equals(Optional.of(one))),
                        step.dueAt(),
                        step.cost(),
                        cause.receivedAt(),
                        step.offer()));
    }

    void cancelled(UUID file, UUID task, CaseEnd because) {
        tell(task, "cancelled", new TaskCancelled(customer, at, recordedAt, file.toString(), task.toString(), because));
    }

    void closed(UUID file, CaseResult result, CaseEnd because) {
        tell(file, "closed", new CaseClosed(customer, at, recordedAt, file.toString(), result, because));
    }

    void leftAlone(Decision.LetGo letGo) {
        told.add(new Announcement(
                cause.id("no-action"),
                new NoActionDecided(customer, at, recordedAt, letGo.because(), letGo.trace()),
                cause));
    }
}

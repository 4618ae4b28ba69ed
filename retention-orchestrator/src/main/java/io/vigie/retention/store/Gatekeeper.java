package io.vigie.retention.store;

import io.vigie.events.customer.Channel;
import io.vigie.events.customer.Purpose;
import io.vigie.events.retention.Action;
import io.vigie.events.risk.LifeState;
import io.vigie.retention.casework.RetentionCase;
import io.vigie.retention.casework.Task;
import io.vigie.retention.casework.TaskOrder;
import io.vigie.retention.law.Permission;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;

/** Asks the law once more when a contact is about to be made, since customers and hours change after it was decided on. */
@ApplicationScoped
public class Gatekeeper {
    private final Permissions permissions;
    private final Cases cases;
    private final PresentTime present;

    Gatekeeper(Permissions permissions, Cases cases, PresentTime present) {
        this.permissions = permissions;
        this.cases = cases;
        this.present = present;
    }

    /** What the law says now of the way that a task takes; none where the customer has a right to it, or it is not known. */
    @Transactional
    public Optional<Permission> ofTask(UUID caseId, UUID task) {
        return cases.find(caseId).flatMap(file -> file.task(task)
                .map(Task::order)
                .flatMap(order -> of(file, order, order.step().channel())));
    }

    /** The same of a channel that may be another than the task's first. */
    @Transactional
    public Optional<Permission> ofTask(UUID caseId, UUID task, Channel channel) {
        return cases.find(caseId)
                .flatMap(file -> file.task(task).map(Task::order).flatMap(order -> of(file, order, channel)));
    }

    /** What the law says now of an approach that no task asks for; none where nothing is known of the customer. */
    @Transactional
    public Optional<Permission> ofCustomer(String customer, Channel channel) {
        boolean left = cases.latestOf(customer)
                .filter(risk -> risk.life().state() == LifeState.LOST)
                .isPresent();
        return of(customer, left ? Purpose.WIN_BACK : Purpose.RETENTION, Optional.empty(), channel);
    }

    /** What stands against taking a call on now; letters and messages are looked at when they go. */
    @Transactional
    public Optional<Permission> againstTaking(QueuedTask task) {
        boolean free = task.status() == TaskStatus.ASSIGNED || task.status() == TaskStatus.SNOOZED;
        return Optional.of(task)
                .filter(one -> free && one.action() == Action.CALL)
                .flatMap(one -> ofTask(one.caseId(), one.id()))
                .filter(permission -> !(permission instanceof Permission.Allowed));
    }

    private Optional<Permission> of(RetentionCase file, TaskOrder order, Channel channel) {
        return order.step().owed()
                ? Optional.empty()
                : of(file.opening().customer(), file.opening().purpose(), order.about(), channel);
    }

    private Optional<Permission> of(String customer, Purpose purpose, Optional<String> matter, Channel channel) {
        return permissions
                .of(customer, purpose, matter, Optional.of(present.now()))
                .map(all -> all.get(channel));
    }
}

package io.vigie.events.wire;

import io.vigie.events.customer.Customer;
import io.vigie.events.customer.CustomerErased;
import io.vigie.events.customer.CustomerKey;
import io.vigie.events.model.ModelAdmitted;
import io.vigie.events.model.ModelDropped;
import io.vigie.events.model.ModelPromoted;
import io.vigie.events.model.SilenceFitted;
import io.vigie.events.model.SilenceTakenBack;
import io.vigie.events.retention.CaseClosed;
import io.vigie.events.retention.CaseOpened;
import io.vigie.events.retention.DecisionOverruled;
import io.vigie.events.retention.InterviewAsked;
import io.vigie.events.retention.InterviewHeld;
import io.vigie.events.retention.NoActionDecided;
import io.vigie.events.retention.NoticeFollowed;
import io.vigie.events.retention.RetentionEvent;
import io.vigie.events.retention.TaskAssigned;
import io.vigie.events.retention.TaskCancelled;
import io.vigie.events.retention.TaskClaimed;
import io.vigie.events.retention.TaskCompleted;
import io.vigie.events.risk.RiskAssessed;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Every event that Vigie itself defines; signals have the types of the catalogue instead.
 *
 * @param name the CloudEvents type
 * @param data what it carries
 * @param topics where it stands
 */
public record EventType<T>(String name, Class<T> data, Set<Topic> topics) {
    public static final EventType<Customer> CUSTOMER =
            new EventType<>("vigie.customer", Customer.class, Set.of(Topic.CUSTOMERS, Topic.SIGNALS));
    public static final EventType<CustomerErased> CUSTOMER_ERASED = new EventType<>(
            "vigie.customer.erased",
            CustomerErased.class,
            Set.of(Topic.SIGNALS, Topic.CUSTOMERS, Topic.RISK, Topic.RETENTION));
    public static final EventType<CustomerKey> CUSTOMER_KEY =
            new EventType<>("vigie.customer.key", CustomerKey.class, Set.of(Topic.KEYS));
    public static final EventType<Refused> REFUSED =
            new EventType<>("vigie.signal.refused", Refused.class, Set.of(Topic.SIGNALS_REFUSED));
    public static final EventType<RiskAssessed> RISK_ASSESSED =
            new EventType<>("vigie.risk.assessed", RiskAssessed.class, Set.of(Topic.RISK));
    public static final EventType<CaseOpened> CASE_OPENED = retention("case.opened", CaseOpened.class);
    public static final EventType<CaseClosed> CASE_CLOSED = retention("case.closed", CaseClosed.class);
    public static final EventType<TaskAssigned> TASK_ASSIGNED = retention("task.assigned", TaskAssigned.class);
    public static final EventType<TaskClaimed> TASK_CLAIMED = retention("task.claimed", TaskClaimed.class);
    public static final EventType<TaskCompleted> TASK_COMPLETED = retention("task.completed", TaskCompleted.class);
    public static final EventType<TaskCancelled> TASK_CANCELLED = retention("task.cancelled", TaskCancelled.class);
    public static final EventType<NoActionDecided> NO_ACTION = retention("no-action", NoActionDecided.class);
    public static final EventType<DecisionOverruled> OVERRULED =
            retention("decision.overruled", DecisionOverruled.class);
    public static final EventType<InterviewAsked> INTERVIEW_ASKED = retention("interview.asked", InterviewAsked.class);
    public static final EventType<InterviewHeld> INTERVIEW_HELD = retention("interview.held", InterviewHeld.class);
    public static final EventType<NoticeFollowed> NOTICE_FOLLOWED = retention("notice.followed", NoticeFollowed.class);
    public static final EventType<Tick> TICK =
            new EventType<>("vigie.tick", Tick.class, Set.of(Topic.SIGNALS, Topic.RISK, Topic.RETENTION));

    public static final EventType<SilenceFitted> SILENCE_FITTED =
            new EventType<>("vigie.silence.fitted", SilenceFitted.class, Set.of(Topic.MODELS));
    public static final EventType<SilenceTakenBack> SILENCE_TAKEN_BACK =
            new EventType<>("vigie.silence.taken-back", SilenceTakenBack.class, Set.of(Topic.MODELS));
    public static final EventType<ModelAdmitted> MODEL_ADMITTED =
            new EventType<>("vigie.model.admitted", ModelAdmitted.class, Set.of(Topic.MODELS));
    public static final EventType<ModelPromoted> MODEL_PROMOTED =
            new EventType<>("vigie.model.promoted", ModelPromoted.class, Set.of(Topic.MODELS));
    public static final EventType<ModelDropped> MODEL_DROPPED =
            new EventType<>("vigie.model.dropped", ModelDropped.class, Set.of(Topic.MODELS));

    /** All of them; {@code asyncapi.yaml} is held against this list. */
    public static final List<EventType<?>> ALL = List.of(
            CUSTOMER,
            CUSTOMER_ERASED,
            CUSTOMER_KEY,
            REFUSED,
            SILENCE_FITTED,
            SILENCE_TAKEN_BACK,
            MODEL_ADMITTED,
            MODEL_PROMOTED,
            MODEL_DROPPED,
            RISK_ASSESSED,
            CASE_OPENED,
            CASE_CLOSED,
            TASK_ASSIGNED,
            TASK_CLAIMED,
            TASK_COMPLETED,
            TASK_CANCELLED,
            NO_ACTION,
            OVERRULED,
            INTERVIEW_ASKED,
            INTERVIEW_HELD,
            NOTICE_FOLLOWED,
            TICK);

    private static <T extends RetentionEvent> EventType<T> retention(String name, Class<T> data) {
        return new EventType<>("vigie." + name, data, Set.of(Topic.RETENTION));
    }

    public static Optional<EventType<?>> named(String name) {
        return ALL.stream().filter(type -> type.name().equals(name)).findFirst();
    }

    /**
     * The type that carries a record.
     *
     * @throws IllegalArgumentException when no type does
     */
    public static EventType<?> of(Object data) {
        return ALL.stream()
                .filter(type -> type.data().isInstance(data))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no event carries a " + data.getClass()));
    }
}

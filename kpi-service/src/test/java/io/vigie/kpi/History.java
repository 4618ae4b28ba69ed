package io.vigie.kpi;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vigie.events.customer.Potential;
import io.vigie.events.customer.Segment;
import io.vigie.events.retention.Action;
import io.vigie.events.retention.CaseClosed;
import io.vigie.events.retention.CaseEnd;
import io.vigie.events.retention.CaseOpened;
import io.vigie.events.retention.CaseResult;
import io.vigie.events.retention.DecisionTrace;
import io.vigie.events.retention.InterviewAsked;
import io.vigie.events.retention.InterviewHeld;
import io.vigie.events.retention.InterviewWay;
import io.vigie.events.retention.NoActionDecided;
import io.vigie.events.retention.NoActionReason;
import io.vigie.events.retention.NoticeFollowed;
import io.vigie.events.retention.Outcome;
import io.vigie.events.retention.RetentionEvent;
import io.vigie.events.retention.TaskAssigned;
import io.vigie.events.retention.TaskCancelled;
import io.vigie.events.retention.TaskClaimed;
import io.vigie.events.retention.TaskCompleted;
import io.vigie.events.retention.Team;
import io.vigie.events.risk.DecisionInput;
import io.vigie.events.risk.Leaving;
import io.vigie.events.risk.Life;
import io.vigie.events.risk.LifeState;
import io.vigie.events.risk.RiskAssessed;
import io.vigie.events.risk.RiskLevel;
import io.vigie.events.risk.RiskShare;
import io.vigie.events.risk.Trigger;
import io.vigie.events.signal.Cause;
import io.vigie.events.signal.Signal;
import io.vigie.events.wire.Event;
import io.vigie.events.wire.EventCodec;
import io.vigie.events.wire.Ids;
import io.vigie.events.wire.Topic;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A company's past as the events that tell it, in the order told; told again, its events have the same ids. */
public final class History {
    private static final Instant RECEIVED = Instant.parse("2026-05-01T08:00:00Z");

    private final List<Sent> events = new ArrayList<>();

    /** An event and where it goes. */
    public record Sent(Topic topic, Event<?> event) {}

    public List<Sent> events() {
        return List.copyOf(events);
    }

    public static Instant at(String day) {
        return Instant.parse(day + "T00:00:00Z");
    }

    public static Life life(int number, String since) {
        return new Life(number, LifeState.ACTIVE, at(since), Optional.empty(), Optional.empty(), Optional.empty());
    }

    public static Life ended(int number, String since, String until, Leaving way, Cause cause) {
        return new Life(
                number, LifeState.LOST, at(since), Optional.of(at(until)), Optional.of(way), Optional.of(cause));
    }

    public History assessed(String customer, String day, RiskLevel level, long margin, Life life) {
        return assessed(customer, at(day), level, margin, life);
    }

    public History assessed(String customer, Instant asOf, RiskLevel level, long margin, Life life, Life... pastLives) {
        return assessed(customer, asOf, level, worth(margin, false), life, pastLives);
    }

    public History objecting(String customer, String day, Life life) {
        return assessed(customer, at(day), RiskLevel.STABLE, worth(1, true), life);
    }

    private History assessed(
            String customer, Instant asOf, RiskLevel level, DecisionInput input, Life life, Life... pastLives) {
        RiskShare share = new RiskShare(0.05, -3, -3, List.of());
        RiskAssessed assessed = new RiskAssessed(
                customer,
                asOf,
                RECEIVED,
                Trigger.SIGNAL,
                Optional.empty(),
                90,
                0.1,
                level,
                RiskLevel.STABLE,
                share,
                share,
                Cause.SERVICE,
                Optional.empty(),
                life,
                List.of(pastLives),
                List.of(),
                input,
                "expert-1",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of());
        return add(Topic.RISK, Event.of(id("risk"), "/vigie/risk-scorer", customer, asOf, assessed));
    }

    public History signal(String customer, String day, String type, Optional<Cause> cause) {
        ObjectNode attributes = JsonNodeFactory.instance.objectNode();
        cause.ifPresent(word -> attributes.put("cause", word.word()));
        Signal signal = new Signal("/crm", id("signal"), type, customer, at(day), attributes, Optional.of(RECEIVED));
        return add(Topic.SIGNALS, EventCodec.event(signal));
    }

    public History task(String task, String customer, String day, Action action, Optional<Duration> after) {
        Instant recorded = RECEIVED.plus(after.orElse(Duration.ofMinutes(5)));
        decided(new CaseOpened(customer, at(day), recorded, "case-" + task, action, trace()));
        return decided(new TaskAssigned(
                customer,
                at(day),
                recorded,
                "case-" + task,
                task,
                action,
                Team.CALL_CENTRE,
                Optional.empty(),
                at(day).plus(Duration.ofDays(2)),
                1300,
                after.map(_ -> RECEIVED),
                Optional.empty()));
    }

    public History claimed(String task, String customer, String day) {
        return decided(new TaskClaimed(customer, at(day), RECEIVED, "case-" + task, task, "agent"));
    }

    public History completed(String task, String customer, String day, Action action, Outcome outcome) {
        return decided(new TaskCompleted(
                customer, at(day), RECEIVED, "case-" + task, task, action, outcome, "agent", Optional.empty()));
    }

    public History asked(String customer, String day) {
        return decided(new InterviewAsked(customer, at(day), RECEIVED, Optional.empty(), Optional.empty()));
    }

    public History saidWhy(String customer, String day, InterviewWay way, Cause reason) {
        return decided(new InterviewHeld(
                customer,
                at(day),
                RECEIVED,
                Optional.empty(),
                way,
                Optional.empty(),
                Optional.of(reason),
                Optional.empty(),
                Optional.empty(),
                Optional.empty()));
    }

    public History left(String customer, String noticed, String confirmed, String ended, int contacts) {
        return decided(new NoticeFollowed(
                        customer,
                        at(confirmed),
                        RECEIVED,
                        at(noticed),
                        Optional.of(at(confirmed)),
                        Optional.of(Action.MESSAGE),
                        Optional.of(at(ended)),
                        Optional.empty(),
                        0))
                .decided(new NoticeFollowed(
                        customer,
                        at(ended),
                        RECEIVED,
                        at(noticed),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(at(ended)),
                        Optional.of(at(ended)),
                        contacts));
    }

    public History cancelled(String task, String customer, String day, CaseEnd because) {
        return decided(new TaskCancelled(customer, at(day), RECEIVED, "case-" + task, task, because));
    }

    public History closed(String task, String customer, String day, CaseResult result, CaseEnd because) {
        return decided(new CaseClosed(customer, at(day), RECEIVED, "case-" + task, result, because));
    }

    public History leftAlone(String customer, String day, NoActionReason reason) {
        return decided(new NoActionDecided(customer, at(day), RECEIVED, reason, trace()));
    }

    private History decided(RetentionEvent event) {
        return add(
                Topic.RETENTION,
                Event.of(id("retention"), "/vigie/retention-orchestrator", event.customer(), event.at(), event));
    }

    private History add(Topic topic, Event<?> event) {
        events.add(new Sent(topic, event));
        return this;
    }

    private String id(String role) {
        return Ids.derived("history/" + events.size(), role).toString();
    }

    private static DecisionTrace trace() {
        return new DecisionTrace(
                "default-1",
                "row",
                1,
                Segment.B2C,
                RiskLevel.AT_RISK,
                0.3,
                Cause.SERVICE,
                Optional.empty(),
                0,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of());
    }

    private static DecisionInput worth(long margin, boolean objection) {
        return new DecisionInput(
                true,
                Segment.B2C,
                margin,
                "EUR",
                Potential.MEDIUM,
                false,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Set.of(),
                List.of(),
                objection,
                List.of());
    }
}

package io.vigie.events.wire;

import io.vigie.events.customer.Channel;
import io.vigie.events.customer.Consent;
import io.vigie.events.customer.ContactDetails;
import io.vigie.events.customer.Contract;
import io.vigie.events.customer.Customer;
import io.vigie.events.customer.CustomerErased;
import io.vigie.events.customer.CustomerKey;
import io.vigie.events.customer.Person;
import io.vigie.events.customer.Potential;
import io.vigie.events.customer.Purpose;
import io.vigie.events.customer.Renewal;
import io.vigie.events.customer.RevenueRule;
import io.vigie.events.customer.Segment;
import io.vigie.events.model.ModelAdmitted;
import io.vigie.events.model.ModelDropped;
import io.vigie.events.model.ModelPromoted;
import io.vigie.events.model.ModelState;
import io.vigie.events.model.ReferenceFit;
import io.vigie.events.model.SilenceFitted;
import io.vigie.events.model.SilenceTakenBack;
import io.vigie.events.retention.Action;
import io.vigie.events.retention.Candidate;
import io.vigie.events.retention.CaseClosed;
import io.vigie.events.retention.CaseEnd;
import io.vigie.events.retention.CaseOpened;
import io.vigie.events.retention.CaseResult;
import io.vigie.events.retention.DecisionOverruled;
import io.vigie.events.retention.DecisionTrace;
import io.vigie.events.retention.Group;
import io.vigie.events.retention.Input;
import io.vigie.events.retention.InterviewAsked;
import io.vigie.events.retention.InterviewHeld;
import io.vigie.events.retention.InterviewWay;
import io.vigie.events.retention.NoActionDecided;
import io.vigie.events.retention.NoActionReason;
import io.vigie.events.retention.NoticeFollowed;
import io.vigie.events.retention.Offer;
import io.vigie.events.retention.Outcome;
import io.vigie.events.retention.RetentionEvent;
import io.vigie.events.retention.TaskAssigned;
import io.vigie.events.retention.TaskCancelled;
import io.vigie.events.retention.TaskClaimed;
import io.vigie.events.retention.TaskCompleted;
import io.vigie.events.retention.Team;
import io.vigie.events.risk.ComingDate;
import io.vigie.events.risk.ContactMade;
import io.vigie.events.risk.DecisionInput;
import io.vigie.events.risk.IfNothingComes;
import io.vigie.events.risk.Leaving;
import io.vigie.events.risk.Life;
import io.vigie.events.risk.LifeState;
import io.vigie.events.risk.Matter;
import io.vigie.events.risk.Reason;
import io.vigie.events.risk.RiskAssessed;
import io.vigie.events.risk.RiskLevel;
import io.vigie.events.risk.RiskShare;
import io.vigie.events.risk.SignalRef;
import io.vigie.events.risk.Trigger;
import io.vigie.events.risk.Unavoidable;
import io.vigie.events.signal.Cause;
import io.vigie.events.signal.JourneyStage;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One event of every type, every field filled, so that no field can change its form unseen. */
final class Samples {
    static final Instant HAPPENED = Instant.parse("2026-03-01T10:00:00.123456Z");
    static final Instant RECEIVED = Instant.parse("2026-03-01T10:00:01Z");
    private static final Instant RECORDED = Instant.parse("2026-03-01T10:00:02Z");
    private static final Instant SPRING = Instant.parse("2026-04-30T22:00:00Z");
    private static final ModelDropped DROPPED =
            new ModelDropped("m-3f9a0c7712de", SPRING, "analyst", "a better one has taken its place");
    private static final Instant LAST_YEAR = Instant.parse("2025-05-01T00:00:00Z");
    private static final String CUSTOMER = "C-1042";
    private static final String SIGNAL = "complaint-77";
    private static final String CASE = Ids.derived(SIGNAL, "case").toString();
    private static final String TASK = Ids.derived(SIGNAL, "task").toString();

    private Samples() {}

    static List<Event<?>> ofEveryType() {
        return List.of(
                Event.of(CUSTOMER + "@2026-03-01", "/crm", CUSTOMER, HAPPENED, customer()),
                Event.of(
                        Ids.derived(CUSTOMER, "erased").toString(),
                        "/signal-ingest",
                        CUSTOMER,
                        SPRING,
                        new CustomerErased(SPRING)),
                Event.of(
                        Ids.derived(CUSTOMER, "key").toString(),
                        "/signal-ingest",
                        CUSTOMER,
                        HAPPENED,
                        new CustomerKey("d3JhcHBlZA==")),
                refused(),
                Event.of(
                        Ids.derived("silence/segment=b2c " + RECORDED, "fit").toString(),
                        "/vigie/risk-scorer",
                        SilenceFitted.key("segment=b2c"),
                        RECORDED,
                        silenceFitted()),
                Event.of(
                        Ids.derived("silence-taken-back " + RECORDED, "taken-back")
                                .toString(),
                        "/vigie/risk-scorer",
                        SilenceTakenBack.KEY,
                        RECORDED,
                        new SilenceTakenBack("analyst", RECORDED)),
                Event.of(
                        Ids.derived("m-3f9a0c7712de " + RECORDED, "admitted").toString(),
                        "/vigie/risk-scorer",
                        ModelAdmitted.key("m-3f9a0c7712de"),
                        RECORDED,
                        new ModelAdmitted(
                                "m-3f9a0c7712de",
                                "boosted",
                                "history",
                                RECORDED,
                                "analyst",
                                "{\n  \"learnedFrom\" : \"history\"\n}\n")),
                Event.of(
                        Ids.derived("m-3f9a0c7712de " + SPRING, "promoted").toString(),
                        "/vigie/risk-scorer",
                        ModelPromoted.key(Ids.derived("m-3f9a0c7712de " + SPRING, "promoted")
                                .toString()),
                        SPRING,
                        new ModelPromoted(
                                "m-3f9a0c7712de",
                                ModelState.CHAMPION,
                                false,
                                SPRING,
                                "analyst",
                                "told leavers better than the scorecard for three months")),
                Event.of(
                        Ids.derived("m-3f9a0c7712de " + SPRING, "dropped").toString(),
                        "/vigie/risk-scorer",
                        DROPPED.key(),
                        SPRING,
                        DROPPED),
                event("/risk-scorer", "risk", riskAssessed()),
                event(
                        "/retention-orchestrator",
                        new CaseOpened(CUSTOMER, HAPPENED, RECORDED, CASE, Action.CALL, trace())),
                event(
                        "/retention-orchestrator",
                        new CaseClosed(CUSTOMER, SPRING, RECORDED, CASE, CaseResult.SAVED, CaseEnd.STILL_ACTIVE)),
                event("/retention-orchestrator", taskAssigned()),
                event("/retention-orchestrator", new TaskClaimed(CUSTOMER, HAPPENED, RECORDED, CASE, TASK, "agent-12")),
                event(
                        "/retention-orchestrator",
                        new TaskCompleted(
                                CUSTOMER,
                                HAPPENED,
                                RECORDED,
                                CASE,
                                TASK,
                                Action.CALL,
                                Outcome.PROMISE,
                                "agent-12",
                                Optional.of(SPRING))),
                event(
                        "/retention-orchestrator",
                        new TaskCancelled(CUSTOMER, HAPPENED, RECORDED, CASE, TASK, CaseEnd.NOTHING_LEFT_TO_DO)),
                event(
                        "/retention-orchestrator",
                        new NoActionDecided(CUSTOMER, HAPPENED, RECORDED, NoActionReason.NOT_WORTH_IT, trace())),
                event(
                        "/retention-orchestrator",
                        new DecisionOverruled(
                                CUSTOMER,
                                HAPPENED,
                                RECORDED,
                                Optional.of(CASE),
                                Optional.of(Action.CALL),
                                Optional.of(Action.LETTER),
                                "lead-2")),
                event(
                        "/retention-orchestrator",
                        new InterviewAsked(
                                CUSTOMER, HAPPENED, RECORDED, Optional.of(CASE), Optional.of("2026-spring"))),
                event(
                        "/retention-orchestrator",
                        new InterviewHeld(
                                CUSTOMER,
                                HAPPENED,
                                RECORDED,
                                Optional.of(CASE),
                                InterviewWay.LINK,
                                Optional.of("2026-spring"),
                                Optional.of(Cause.PRICE),
                                Optional.of(Cause.SERVICE),
                                Optional.of(JourneyStage.SUPPORT),
                                Optional.of(true))),
                event(
                        "/retention-orchestrator",
                        new NoticeFollowed(
                                CUSTOMER,
                                HAPPENED,
                                RECORDED,
                                HAPPENED,
                                Optional.of(RECORDED),
                                Optional.of(Action.MESSAGE),
                                Optional.of(SPRING),
                                Optional.empty(),
                                1)),
                Event.of("winter/7", "/signal-ingest", "winter/7", SPRING, new Tick("winter", 7, SPRING)));
    }

    private static Event<?> event(String source, RetentionEvent data) {
        return event(source, EventType.of(data).name(), data);
    }

    private static Event<?> event(String source, String role, Object data) {
        return Event.of(Ids.derived(SIGNAL, role).toString(), source, CUSTOMER, HAPPENED, data)
                .causedBy(SIGNAL)
                .receivedAt(Optional.of(RECEIVED));
    }

    private static Event<?> refused() {
        String raw = "{\"type\":\"complaint.fild\"}";
        return Event.of(
                "refused-1",
                "/signal-ingest",
                CUSTOMER,
                RECEIVED,
                new Refused(
                        "unknown-type",
                        "type \"complaint.fild\" is not in the signal catalogue",
                        Via.SIGNALS,
                        "/crm",
                        Optional.of(42L),
                        "application/cloudevents+json",
                        Refused.encode(raw.getBytes(StandardCharsets.UTF_8)),
                        RECEIVED,
                        List.of()));
    }

    private static Customer customer() {
        return new Customer(
                CUSTOMER,
                HAPPENED,
                Optional.of("Boulangerie de l’Écluse"),
                Optional.of(Segment.B2B),
                Optional.of(612_050L),
                "EUR",
                Potential.HIGH,
                true,
                Optional.of("account-manager-3"),
                Optional.of("FR"),
                Optional.of("fr"),
                new ContactDetails(
                        Optional.of("achats@boulangerie.example"),
                        Optional.of("+33 1 99 00 12 34"),
                        Optional.of("1 quai de l’Écluse, 00000 Exemple")),
                Set.of(Channel.VISIT, Channel.PHONE),
                List.of(consent()),
                Optional.of(contract()),
                true,
                Optional.of(new RevenueRule(0.3, Optional.of(500_000L))),
                Map.of("sector", "bakery", "opened", "1998"),
                Map.of("stripe", List.of("cus_example42")),
                Optional.of("C-1000"),
                List.of(new Person(
                        Optional.of("Exemple Exemple"),
                        "buyer",
                        Optional.of("achats@boulangerie.example"),
                        Optional.of("+33 1 99 00 12 34"))));
    }

    private static Consent consent() {
        return new Consent(Channel.PHONE, Purpose.WIN_BACK, true, LAST_YEAR, Optional.of("crm:consent/881"));
    }

    private static Contract contract() {
        return new Contract(
                "K-9",
                Renewal.TACIT,
                LAST_YEAR,
                Optional.of(SPRING),
                Optional.of(Instant.parse("2026-02-01T00:00:00Z")),
                Optional.of(Instant.parse("2026-03-31T22:00:00Z")));
    }

    private static RiskAssessed riskAssessed() {
        return new RiskAssessed(
                CUSTOMER,
                HAPPENED,
                RECORDED,
                Trigger.SIGNAL,
                Optional.of(new SignalRef("/crm", SIGNAL, "complaint.filed", HAPPENED)),
                90,
                0.24,
                RiskLevel.AT_RISK,
                RiskLevel.STABLE,
                new RiskShare(0.23, -1.1948, -3.6636, List.of(new Reason("complaint.filed", 1.3, 1.0))),
                new RiskShare(0.01, -4.3307, -4.6, List.of(new Reason("payment.failed", 0.2693, 0.0642))),
                Cause.SERVICE,
                Optional.of(new Unavoidable(Cause.CHANGED_ACTIVITY, HAPPENED)),
                new Life(2, LifeState.ACTIVE, LAST_YEAR, Optional.empty(), Optional.empty(), Optional.empty()),
                List.of(new Life(
                        1,
                        LifeState.LOST,
                        Instant.parse("2021-01-05T08:00:00Z"),
                        Optional.of(Instant.parse("2023-06-30T22:00:00Z")),
                        Optional.of(Leaving.BY_CHOICE),
                        Optional.of(Cause.PRICE))),
                List.of(new Matter("termination.notified", LAST_YEAR, 2, Optional.of(SPRING), Optional.of(HAPPENED))),
                new DecisionInput(
                        true,
                        Segment.B2B,
                        612_050,
                        "EUR",
                        Potential.MEDIUM,
                        true,
                        Optional.of("account-manager-3"),
                        Optional.of("FR"),
                        Optional.of(contract()),
                        Set.of(Channel.LETTER, Channel.EMAIL, Channel.SMS),
                        List.of(consent()),
                        true,
                        List.of(new ContactMade(LAST_YEAR, Optional.of(Channel.VISIT), true))),
                "scorecard/1",
                Optional.of(SPRING),
                Optional.of(HAPPENED),
                Optional.of(new IfNothingComes(SPRING, RiskLevel.URGENT)),
                List.of(new ComingDate("order.not-renewed", SPRING)));
    }

    private static SilenceFitted silenceFitted() {
        return new SilenceFitted(
                "segment=b2c",
                RECORDED,
                LAST_YEAR,
                HAPPENED,
                2_357,
                946,
                6_696,
                0.5248,
                43.28,
                0.8914,
                1.614,
                -14_100.5,
                0.71,
                0.69,
                List.of("b ran to its bound 1000.0: these data hardly tell it"),
                Optional.of(new ReferenceFit(0.2426, 30.9, 0.7929, 2.4258, -14_100.8)));
    }

    private static DecisionTrace trace() {
        return new DecisionTrace(
                "default/1",
                "b2b-other",
                0.95,
                Segment.B2B,
                RiskLevel.URGENT,
                0.24,
                Cause.SERVICE,
                Optional.of(8_250L),
                1_224_100,
                Optional.of("retention"),
                Optional.of(Group.CONTROL),
                Optional.of("b2b/5000"),
                Optional.of(Action.CALL),
                List.of(new Input("level", "urgent")),
                List.of(new Candidate(
                        Action.CALL,
                        Optional.of("direct-line"),
                        Optional.of("fr-phone-consumer"),
                        0.06,
                        true,
                        1_300,
                        0,
                        8_250,
                        Optional.of(1_450L))));
    }

    private static TaskAssigned taskAssigned() {
        return new TaskAssigned(
                CUSTOMER,
                HAPPENED,
                RECORDED,
                CASE,
                TASK,
                Action.ACCOUNT_MANAGER_VISIT,
                Team.ACCOUNT_MANAGERS,
                Optional.of("account-manager-3"),
                SPRING,
                30_000,
                Optional.of(RECEIVED),
                Optional.of(new Offer("another-account-manager", 5_000, true)));
    }
}

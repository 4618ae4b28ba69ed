package io.vigie.retention.policy;

import static io.vigie.retention.ARisk.TUESDAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.events.customer.Channel;
import io.vigie.events.customer.Potential;
import io.vigie.events.retention.Action;
import io.vigie.events.retention.NoActionReason;
import io.vigie.events.retention.Team;
import io.vigie.events.risk.RiskLevel;
import io.vigie.events.signal.Cause;
import io.vigie.retention.ARisk;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The default policy, row by row, in its own words. */
class PolicyTest {
    private static final Policy POLICY = Policies.still();
    private static final Instant LONG_AGO = TUESDAY.minus(Duration.ofDays(30));
    private static final Instant TEN_DAYS_AGO = TUESDAY.minus(Duration.ofDays(10));
    private static final String IN_TEN_BUSINESS_DAYS = "2026-03-17T10:00:00Z";

    @Test
    void aNoticeOfWhomNobodyCanWriteToIsConfirmedByWhoFindsAnAddress() {
        for (ARisk silent : List.of(
                ARisk.ofAConsumer().reachableBy(),
                ARisk.ofAConsumer().reachableBy(Channel.PHONE),
                ARisk.ofABusiness().worth(20_000).unknown())) {
            Decision decision = decide(silent.open(Matters.TERMINATION, TUESDAY));

            assertThat(decision).isInstanceOfSatisfying(Decision.Act.class, act -> assertThat(act.steps())
                    .filteredOn(Step::owed)
                    .singleElement()
                    .satisfies(step -> {
                        assertThat(step.action()).isEqualTo(Action.LETTER);
                        assertThat(step.team()).isEqualTo(Team.LETTER_DESK);
                    }));
        }
    }

    static Stream<Arguments> rowsThatAct() {
        return Stream.of(
                row(
                        "row-2-incident",
                        ARisk.ofABusiness().worth(20_000).atRisk().open(Matters.INCIDENT, LONG_AGO),
                        Action.SALES_DIRECTOR_VISIT,
                        Team.SALES_DIRECTOR,
                        "2026-03-05T10:00:00Z"),
                row(
                        "row-4-payment-business",
                        ARisk.ofABusiness().worth(2_000).unpaid(0.3).open(Matters.PAYMENT, LONG_AGO),
                        Action.CALL,
                        Team.BILLING_DESK,
                        "2026-03-03T17:00:00Z"),
                row(
                        "row-4-payment-consumer",
                        ARisk.ofAConsumer().unpaid(0.3).open(Matters.PAYMENT, LONG_AGO),
                        Action.MESSAGE,
                        Team.BILLING_DESK,
                        "2026-03-03T17:00:00Z"),
                row(
                        "row-5-won-back-business",
                        ARisk.ofABusiness().worth(9_000).wonBack().level(RiskLevel.WATCH, 0.2),
                        Action.ACCOUNT_MANAGER_VISIT,
                        Team.ACCOUNT_MANAGERS,
                        "2026-03-05T10:00:00Z"),
                row(
                        "row-5-won-back-consumer",
                        ARisk.ofAConsumer().worth(2_000).wonBack().level(RiskLevel.WATCH, 0.1),
                        Action.CALL,
                        Team.RETENTION_UNIT,
                        "2026-03-05T10:00:00Z"),
                row(
                        "row-6-complaint-call",
                        ARisk.ofAConsumer().worth(10).open(Matters.COMPLAINT, LONG_AGO),
                        Action.CALL,
                        Team.SERVICE_DESK,
                        "2026-03-05T10:00:00Z"),
                row(
                        "row-6-complaint-letter",
                        ARisk.ofAConsumer().saidNothing().open(Matters.COMPLAINT, LONG_AGO),
                        Action.LETTER,
                        Team.SERVICE_DESK,
                        "2026-03-05T10:00:00Z"),
                row(
                        "row-6-anniversary-call",
                        ARisk.ofAConsumer().worth(5_000).open(Matters.ANNIVERSARY, LONG_AGO),
                        Action.CALL,
                        Team.SERVICE_DESK,
                        "2026-03-05T10:00:00Z"),
                row(
                        "row-6-anniversary-letter",
                        ARisk.ofAConsumer().worth(5_000).refuses(Channel.PHONE).open(Matters.RENEWAL, LONG_AGO),
                        Action.LETTER,
                        Team.SERVICE_DESK,
                        "2026-03-05T10:00:00Z"),
                row(
                        "row-9-strategic",
                        ARisk.ofABusiness().worth(20_000).strategic().atRisk(),
                        Action.SALES_DIRECTOR_VISIT,
                        Team.SALES_DIRECTOR,
                        "2026-03-05T10:00:00Z"),
                row(
                        "row-9-value",
                        ARisk.ofABusiness().worth(50_000).urgent(),
                        Action.SALES_DIRECTOR_VISIT,
                        Team.SALES_DIRECTOR,
                        "2026-03-05T10:00:00Z"),
                row(
                        "row-10-value",
                        ARisk.ofABusiness().worth(5_000).atRisk(),
                        Action.ACCOUNT_MANAGER_VISIT,
                        Team.ACCOUNT_MANAGERS,
                        "2026-03-05T10:00:00Z"),
                row(
                        "row-10-potential",
                        ARisk.ofABusiness()
                                .worth(4_500)
                                .potential(Potential.HIGH)
                                .atRisk(),
                        Action.ACCOUNT_MANAGER_VISIT,
                        Team.ACCOUNT_MANAGERS,
                        "2026-03-05T10:00:00Z"),
                row(
                        "row-11-business",
                        ARisk.ofABusiness().worth(4_000).atRisk(),
                        Action.CALL,
                        Team.CALL_CENTRE,
                        "2026-03-06T10:00:00Z"),
                row(
                        "row-12-consumer",
                        ARisk.ofAConsumer().worth(600).atRisk(),
                        Action.CALL,
                        Team.CALL_CENTRE,
                        "2026-03-05T10:00:00Z"),
                row(
                        "row-13-urgent",
                        ARisk.ofAConsumer().worth(300).urgent(),
                        Action.LETTER,
                        Team.LETTER_DESK,
                        "2026-03-10T10:00:00Z"),
                row(
                        "row-13-at-risk",
                        ARisk.ofAConsumer().worth(300).atRisk(),
                        Action.MESSAGE,
                        Team.AUTOMATIC,
                        "2026-03-04T10:00:00Z"),
                row(
                        "row-14-moving",
                        ARisk.ofAConsumer().open(Matters.MOVE, LONG_AGO),
                        Action.MESSAGE,
                        Team.AUTOMATIC,
                        "2026-03-04T10:00:00Z"),
                row(
                        "row-15-check-business",
                        ARisk.ofABusiness().worth(20_000).level(RiskLevel.WATCH, 0.08),
                        Action.ACCOUNT_MANAGER_VISIT,
                        Team.MANAGEMENT,
                        "2026-03-31T09:00:00Z"),
                row(
                        "row-15-check-consumer",
                        ARisk.ofAConsumer().worth(2_000).level(RiskLevel.WATCH, 0.08),
                        Action.CALL,
                        Team.CALL_CENTRE,
                        "2026-03-31T09:00:00Z"),
                row(
                        "row-16-win-back-strategic",
                        ARisk.ofABusiness().worth(9_000).strategic().leftAt(TEN_DAYS_AGO),
                        Action.ACCOUNT_MANAGER_VISIT,
                        Team.ACCOUNT_MANAGERS,
                        IN_TEN_BUSINESS_DAYS),
                row(
                        "row-16-win-back-large",
                        ARisk.ofABusiness().worth(50_000).leftAt(TEN_DAYS_AGO),
                        Action.ACCOUNT_MANAGER_VISIT,
                        Team.ACCOUNT_MANAGERS,
                        IN_TEN_BUSINESS_DAYS),
                row(
                        "row-16-win-back-business",
                        ARisk.ofABusiness().worth(5_000).dormantSince(TEN_DAYS_AGO),
                        Action.CALL,
                        Team.CALL_CENTRE,
                        IN_TEN_BUSINESS_DAYS),
                row(
                        "row-16-win-back-small-business",
                        ARisk.ofABusiness().worth(4_900).leftAt(TEN_DAYS_AGO),
                        Action.LETTER,
                        Team.LETTER_DESK,
                        IN_TEN_BUSINESS_DAYS),
                row(
                        "row-16-win-back-consumer",
                        ARisk.ofAConsumer().worth(400).urgent().leftAt(TEN_DAYS_AGO),
                        Action.LETTER,
                        Team.LETTER_DESK,
                        IN_TEN_BUSINESS_DAYS),
                row(
                        "row-16-win-back-small-consumer",
                        ARisk.ofAConsumer().worth(150).leftAt(TEN_DAYS_AGO),
                        Action.MESSAGE,
                        Team.AUTOMATIC,
                        IN_TEN_BUSINESS_DAYS));
    }

    @ParameterizedTest(name = "{0}: {2}")
    @MethodSource("rowsThatAct")
    void eachRowAsksForItsActionOfItsTeamInItsTime(String rule, ARisk risk, Action action, Team team, String due) {
        Decision decision = decide(risk);

        assertThat(decision).isInstanceOfSatisfying(Decision.Act.class, act -> {
            assertThat(act.trace().rule()).isEqualTo(rule);
            assertThat(act.steps()).singleElement().satisfies(step -> {
                assertThat(step.action()).isEqualTo(action);
                assertThat(step.team()).isEqualTo(team);
                assertThat(step.dueAt()).isEqualTo(due);
            });
        });
    }

    static Stream<Arguments> reasonsNotToAct() {
        return Stream.of(
                Arguments.of(
                        "row-1-unavoidable",
                        ARisk.ofAConsumer().urgent().leavesBecause(Cause.DIED),
                        NoActionReason.UNAVOIDABLE),
                Arguments.of("row-1-objection", ARisk.ofAConsumer().urgent().objects(), NoActionReason.OBJECTION),
                Arguments.of("row-7-no-channel", ARisk.ofAConsumer().urgent().unknown(), NoActionReason.NO_CONSENT),
                Arguments.of(
                        "row-6-complaint-letter",
                        ARisk.ofAConsumer()
                                .saidNothing()
                                .reachableBy(Channel.EMAIL)
                                .open(Matters.COMPLAINT, LONG_AGO),
                        NoActionReason.NO_CONSENT),
                Arguments.of(
                        "row-13-at-risk",
                        ARisk.ofAConsumer().worth(150).level(RiskLevel.AT_RISK, 0.02),
                        NoActionReason.NOT_WORTH_IT),
                Arguments.of(
                        "row-12-consumer",
                        ARisk.ofAConsumer()
                                .worth(600)
                                .atRisk()
                                .contactedElsewhere(TUESDAY.minus(Duration.ofDays(3)), Channel.EMAIL),
                        NoActionReason.CONTACT_LIMIT));
    }

    @ParameterizedTest(name = "{0}: {2}")
    @MethodSource("reasonsNotToAct")
    void nobodyActsForAStatedReason(String rule, ARisk risk, NoActionReason because) {
        assertThat(decide(risk)).isInstanceOfSatisfying(Decision.LetGo.class, letGo -> {
            assertThat(letGo.because()).isEqualTo(because);
            assertThat(letGo.trace().rule()).isEqualTo(rule);
        });
    }

    @Test
    void whoGivesNoticeGetsADurableAcknowledgementAndOneCall() {
        Decision.Act act = act(ARisk.ofAConsumer().urgent().open(Matters.TERMINATION, TUESDAY));

        assertThat(act.trace().rule()).isEqualTo("row-3-termination");
        assertThat(act.steps()).extracting(Step::action).containsExactly(Action.MESSAGE, Action.CALL);
        assertThat(act.steps()).extracting(Step::owed).containsExactly(true, false);
        assertThat(act.steps()).extracting(Step::team).containsOnly(Team.RETENTION_UNIT);
        assertThat(act.steps()).extracting(Step::dueAt).containsOnly(Instant.parse("2026-03-03T14:00:00Z"));
    }

    @Test
    void whoGivesNoticeWithoutConsentToBeCalledIsOnlyAcknowledged() {
        Decision.Act act = act(ARisk.ofAConsumer().urgent().saidNothing().open(Matters.TERMINATION, TUESDAY));

        assertThat(act.steps()).singleElement().extracting(Step::action).isEqualTo(Action.MESSAGE);
    }

    @Test
    void anAcknowledgementIsOwedHoweverLittleTheCustomerIsWorth() {
        Decision.Act act = act(ARisk.ofAConsumer()
                .worth(0)
                .urgent()
                .reachableBy(Channel.LETTER)
                .open(Matters.TERMINATION, TUESDAY));

        assertThat(act.steps()).singleElement().extracting(Step::action).isEqualTo(Action.LETTER);
    }

    @Test
    void anAnsweredNoticeIsLeftInPeace() {
        Decision decision = POLICY.decide(occasion(
                ARisk.ofABusiness().worth(90_000).urgent().open(Matters.TERMINATION, LONG_AGO),
                TUESDAY,
                Past.answered(TUESDAY.minusSeconds(60))));

        assertThat(decision).isInstanceOf(Decision.KeepWatching.class);
    }

    @Test
    void aYoungComplaintIsLookedAtAgainAfterFiveBusinessDays() {
        Instant friday = Instant.parse("2026-03-06T15:00:00Z");

        ARisk complaint = ARisk.ofAConsumer().open(Matters.COMPLAINT, friday);
        Decision decision = POLICY.decide(occasion(complaint, friday, Past.NONE));

        assertThat(decision.lookAgainAt()).contains(Instant.parse("2026-03-13T15:00:00Z"));
        assertThat(POLICY.decide(occasion(complaint, decision.lookAgainAt().orElseThrow(), Past.NONE)))
                .isInstanceOf(Decision.Act.class);
    }

    @Test
    void whatDoesNotPayGivesWayToTheNextSofterActionThatDoes() {
        Decision.Act act = act(ARisk.ofABusiness().worth(3_000).strategic().atRisk());

        assertThat(act.trace().rule()).isEqualTo("row-9-strategic");
        assertThat(act.steps()).singleElement().satisfies(step -> {
            assertThat(step.action()).isEqualTo(Action.CALL);
            assertThat(step.team()).isEqualTo(Team.CALL_CENTRE);
        });
    }

    @Test
    void theSofterActionIsOneThatIsPermitted() {
        Decision.Act act = act(ARisk.ofAConsumer().worth(2_000).urgent().refuses(Channel.PHONE));

        assertThat(act.steps()).singleElement().extracting(Step::action).isEqualTo(Action.LETTER);
    }

    @Test
    void consumersAreNotCalledOrMailedWithoutTheirYes() {
        Decision.Act act = act(ARisk.ofAConsumer().worth(2_000).urgent().saidNothing());

        assertThat(act.steps()).singleElement().extracting(Step::action).isEqualTo(Action.LETTER);
    }

    @Test
    void businessesAreCalledUntilTheyRefuse() {
        assertThat(act(ARisk.ofABusiness().worth(4_000).urgent().saidNothing()).action())
                .isEqualTo(Action.CALL);
        assertThat(act(ARisk.ofABusiness().worth(4_000).urgent().saidNothing().refuses(Channel.PHONE))
                        .action())
                .isEqualTo(Action.LETTER);
    }

    @Test
    void anAccountManagerNeverVisitsOverAnIncidentWithThem() {
        Decision.Act act = act(ARisk.ofABusiness().worth(5_000).atRisk().open(Matters.INCIDENT, LONG_AGO));

        assertThat(act.steps()).singleElement().satisfies(step -> {
            assertThat(step.action()).isEqualTo(Action.CALL);
            assertThat(step.team()).isEqualTo(Team.SALES_DIRECTOR);
        });
    }

    @Test
    void theVisitIsMeantForTheCustomersOwnAccountManager() {
        assertThat(act(ARisk.ofABusiness().worth(9_000).atRisk()).steps())
                .singleElement()
                .extracting(Step::assignee)
                .isEqualTo(Optional.of("am-north"));
    }

    @Test
    void paymentIsOneMatterAmongOthersWhenAnotherIsOpen() {
        Decision.Act act = act(ARisk.ofAConsumer()
                .worth(600)
                .atRisk()
                .unpaid(0.3)
                .open(Matters.PAYMENT, TUESDAY)
                .open("delivery.late", TUESDAY));

        assertThat(act.trace().rule()).isEqualTo("row-12-consumer");
    }

    @Test
    void stableCustomersAndThoseWhoLeftAreOnlyWatched() {
        assertThat(decide(ARisk.ofAConsumer().saidNothing().reachableBy())).isInstanceOf(Decision.KeepWatching.class);
        assertThat(decide(ARisk.ofAConsumer().urgent().hasLeft())).isInstanceOf(Decision.KeepWatching.class);
        assertThat(decide(ARisk.ofAConsumer().worth(100).urgent())).isInstanceOf(Decision.KeepWatching.class);
    }

    /** The break-even values that the default policy states. */
    @Test
    void theFiguresPayFromTheStatedValuesOn() {
        assertThat(act(ARisk.ofABusiness().worth(455).level(RiskLevel.AT_RISK, 0.23))
                        .action())
                .isEqualTo(Action.CALL);
        assertThat(act(ARisk.ofABusiness().worth(445).level(RiskLevel.AT_RISK, 0.23))
                        .action())
                .isLessThan(Action.CALL);
        assertThat(act(ARisk.ofABusiness().strategic().worth(7_600).level(RiskLevel.AT_RISK, 0.23))
                        .action())
                .isEqualTo(Action.SALES_DIRECTOR_VISIT);
        assertThat(act(ARisk.ofABusiness().strategic().worth(7_500).level(RiskLevel.AT_RISK, 0.23))
                        .action())
                .isEqualTo(Action.ACCOUNT_MANAGER_VISIT);
    }

    @Test
    void aSecondLossIsAnsweredByOneTryOnly() {
        ARisk again = ARisk.ofABusiness().worth(90_000).wonBack().urgent();

        assertThat(POLICY.decide(occasion(again, TUESDAY, Past.answered(LONG_AGO))))
                .isInstanceOf(Decision.KeepWatching.class);
        assertThat(decide(ARisk.ofABusiness().worth(90_000).wonBack().leftAt(TEN_DAYS_AGO)))
                .isInstanceOf(Decision.KeepWatching.class);
    }

    @Test
    void whoHasLeftIsAskedBackTenDaysLaterAndOnceOnly() {
        ARisk gone = ARisk.ofABusiness().worth(9_000).leftAt(TUESDAY);

        Decision atOnce = decide(gone);

        assertThat(atOnce).isInstanceOf(Decision.KeepWatching.class);
        assertThat(atOnce.lookAgainAt()).contains(TUESDAY.plus(Duration.ofDays(10)));
        assertThat(POLICY.decide(occasion(gone, TUESDAY.plus(Duration.ofDays(10)), Past.answered(TUESDAY))))
                .isInstanceOf(Decision.Act.class);
        assertThat(POLICY.decide(occasion(
                        gone, TUESDAY.plus(Duration.ofDays(40)), Past.answered(TUESDAY.plus(Duration.ofDays(11))))))
                .isInstanceOf(Decision.KeepWatching.class);
    }

    @Test
    void whoHasLeftIsAskedBackOnTheirOwnWordOnly() {
        assertThat(decide(ARisk.ofABusiness().worth(9_000).saidNothing().leftAt(TEN_DAYS_AGO)))
                .isInstanceOfSatisfying(Decision.LetGo.class, letGo -> assertThat(letGo.because())
                        .isEqualTo(NoActionReason.NO_CONSENT));
    }

    @Test
    void everyRowOfTheTableIsTriedHere() {
        Set<String> tried = Stream.concat(rowsThatAct(), reasonsNotToAct())
                .map(arguments -> (String) arguments.get()[0])
                .collect(Collectors.toCollection(TreeSet::new));
        tried.addAll(List.of(
                "row-3-termination",
                "row-8-control-group",
                "row-17-termination-answered",
                "row-17-won-back-tried",
                "row-17-keep-watching"));

        assertThat(tried).isEqualTo(new TreeSet<>(POLICY.rules()));
    }

    private static Decision decide(ARisk risk) {
        return POLICY.decide(occasion(risk, TUESDAY, Past.NONE));
    }

    static Occasion occasion(ARisk risk, Instant now, Past past) {
        return new Occasion(risk.assessed(), now, past, Knowledge.NONE, "decision");
    }

    private static Decision.Act act(ARisk risk) {
        assertThat(decide(risk)).isInstanceOf(Decision.Act.class);
        return (Decision.Act) decide(risk);
    }

    private static Arguments row(String rule, ARisk risk, Action action, Team team, String due) {
        return Arguments.of(rule, risk, action, team, due);
    }
}

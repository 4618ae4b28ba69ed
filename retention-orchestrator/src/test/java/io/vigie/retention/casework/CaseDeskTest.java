package io.vigie.retention.casework;

import static io.vigie.retention.ARisk.TUESDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vigie.events.retention.Action;
import io.vigie.events.retention.CaseEnd;
import io.vigie.events.retention.CaseResult;
import io.vigie.events.retention.NoActionDecided;
import io.vigie.events.retention.NoActionReason;
import io.vigie.events.retention.Outcome;
import io.vigie.events.retention.TaskAssigned;
import io.vigie.events.retention.Team;
import io.vigie.events.risk.RiskLevel;
import io.vigie.events.risk.Trigger;
import io.vigie.events.signal.Cause;
import io.vigie.retention.ARisk;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CaseDeskTest {
    private static final Duration DAY = Duration.ofDays(1);
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private final Story story = new Story();

    @Test
    void aRiskThatCallsForActionOpensOneCaseWithItsTask() {
        story.comes(ARisk.ofABusiness().worth(4_000).atRisk());

        assertThat(story.toldTypes()).containsExactly("CaseOpened", "TaskAssigned");
        assertThat(story.current()).isInstanceOf(RetentionCase.Opened.class);
        assertThat(story.tasks()).extracting(Statement::of).containsExactly("call assigned");
    }

    @Test
    void theSameRiskAgainAddsNothing() {
        story.comes(ARisk.ofABusiness().worth(4_000).atRisk());
        story.comes(ARisk.ofABusiness().worth(4_000).urgent().at(TUESDAY.plus(DAY)));

        assertThat(story.toldTypes()).containsExactly("CaseOpened", "TaskAssigned");
    }

    @Test
    void aRiskThatCallsForMoreReplacesTheTaskNobodyHasTakenOn() {
        story.comes(ARisk.ofABusiness().worth(4_000).atRisk());
        story.comes(ARisk.ofABusiness().worth(9_000).atRisk().at(TUESDAY.plus(DAY)));

        assertThat(story.tasks())
                .extracting(Statement::of)
                .containsExactly("call cancelled", "account-manager-visit assigned");
        assertThat(story.current().action()).isEqualTo(Action.ACCOUNT_MANAGER_VISIT);
    }

    @Test
    void aTaskThatSomebodyHasTakenOnIsTheirs() {
        story.comes(ARisk.ofABusiness().worth(4_000).atRisk());
        story.claims("agent-1");
        story.comes(ARisk.ofABusiness().worth(9_000).atRisk().at(TUESDAY.plus(DAY)));

        assertThat(story.tasks())
                .extracting(Statement::of)
                .containsExactly("call claimed", "account-manager-visit assigned");
    }

    @Test
    void anIncidentTakesTheCaseOutOfTheAccountManagersHands() {
        story.comes(ARisk.ofABusiness().worth(6_000).atRisk());
        story.claims("am-north");
        story.comes(ARisk.ofABusiness()
                .worth(6_000)
                .atRisk()
                .at(TUESDAY.plus(DAY))
                .open("incident.with-account-manager", TUESDAY));

        assertThat(story.tasks())
                .extracting(Statement::of)
                .containsExactly("account-manager-visit cancelled", "call assigned");
        assertThat(story.current().toDo())
                .extracting(task -> task.order().step().team())
                .containsExactly(Team.SALES_DIRECTOR);
    }

    @Test
    void aNoticeIsAcknowledgedEvenInACaseUnderWay() {
        story.comes(ARisk.ofAConsumer().worth(2_000).urgent());
        story.comes(ARisk.ofAConsumer()
                .worth(2_000)
                .urgent()
                .at(TUESDAY.plus(DAY))
                .open("termination.notified", TUESDAY.plus(DAY)));

        assertThat(story.tasks())
                .extracting(Statement::of)
                .containsExactly("call cancelled", "message assigned", "call assigned");
        assertThat(story.current().toDo()).anyMatch(task -> task.order().step().owed());
    }

    @Test
    void anOrderBeforeAnybodyActedMakesTheCaseVoid() {
        story.comes(ARisk.ofABusiness().worth(4_000).atRisk());
        story.comes(ARisk.ofABusiness().worth(4_000).at(TUESDAY.plus(DAY)).movedBy("order.placed"));

        assertThat(story.closed()).isEqualTo("void ordered");
        assertThat(story.dossier().current()).isEmpty();
        assertThat(story.toldTypes()).containsExactly("CaseOpened", "TaskAssigned", "TaskCancelled", "CaseClosed");
    }

    @Test
    void anErasureEndsWhateverIsUnderWay() {
        story.comes(ARisk.ofABusiness().worth(4_000).atRisk());
        story.isErased(TUESDAY.plus(DAY));

        assertThat(story.closed()).isEqualTo("void erased");
        assertThat(story.toldTypes()).containsExactly("CaseOpened", "TaskAssigned", "TaskCancelled", "CaseClosed");
    }

    @Test
    void whoObjectsIsLeftAloneAtOnce() {
        story.comes(ARisk.ofABusiness().worth(4_000).atRisk());
        story.comes(ARisk.ofABusiness().worth(4_000).objects().at(TUESDAY.plus(DAY)));

        assertThat(story.closed()).isEqualTo("void objected");
        assertThat(story.dossier().current()).isEmpty();
        assertThat(story.toldTypes())
                .containsExactly("CaseOpened", "TaskAssigned", "TaskCancelled", "CaseClosed", "NoActionDecided");
    }

    @Test
    void theEventThatSettlesACaseOpensNoOther() {
        story.comes(ARisk.ofABusiness().worth(4_000).atRisk());
        story.comes(
                ARisk.ofABusiness().worth(4_000).atRisk().at(TUESDAY.plus(DAY)).movedBy("contract.renewed"));

        assertThat(story.closed()).isEqualTo("void renewed");
        assertThat(story.dossier().current()).isEmpty();
    }

    @Test
    void anOrderDoesNotTakeAwayTheAcknowledgementOfANotice() {
        story.comes(ARisk.ofAConsumer().urgent().open("termination.notified", TUESDAY));
        story.comes(ARisk.ofAConsumer()
                .urgent()
                .open("termination.notified", TUESDAY)
                .at(TUESDAY.plus(DAY))
                .movedBy("order.placed"));

        assertThat(story.current().toDo()).hasSize(2);
    }

    @Test
    void aRecoveredPaymentClosesACaseAboutPayment() {
        story.comes(ARisk.ofAConsumer().unpaid(0.3).open("payment.failed", TUESDAY));
        story.comes(ARisk.ofAConsumer().at(TUESDAY.plus(DAY)).movedBy("payment.recovered"));

        assertThat(story.closed()).isEqualTo("void paid");
    }

    @Test
    void aResolvedComplaintClosesACaseAboutIt() {
        story.comes(ARisk.ofAConsumer().open("complaint.filed", TUESDAY.minus(DAY.multipliedBy(20))));
        story.comes(ARisk.ofAConsumer().at(TUESDAY.plus(DAY)));

        assertThat(story.closed()).isEqualTo("void resolved");
    }

    @Test
    void whoLeavesIsALostCaseAndWhoDiesOrObjectsIsAVoidOne() {
        story.comes(ARisk.ofABusiness().worth(4_000).atRisk());
        story.comes(ARisk.ofABusiness().hasLeft().at(TUESDAY.plus(DAY)));
        assertThat(story.closed()).isEqualTo("lost left");

        Story other = new Story();
        other.comes(ARisk.ofABusiness().worth(4_000).atRisk());
        other.comes(ARisk.ofABusiness().leavesBecause(Cause.CLOSED_DOWN).at(TUESDAY.plus(DAY)));
        assertThat(other.closed()).isEqualTo("void unavoidable");
        assertThat(other.toldTypes()).endsWith("CaseClosed", "NoActionDecided");

        Story third = new Story();
        third.comes(ARisk.ofABusiness().worth(4_000).atRisk());
        third.comes(ARisk.ofABusiness().objects().at(TUESDAY.plus(DAY)));
        assertThat(third.closed()).isEqualTo("void objected");
    }

    @Test
    void whoStaysIsSavedOnlyNinetyDaysLater() {
        story.comes(ARisk.ofABusiness().worth(4_000).atRisk());
        story.completes(Outcome.STAYING, TUESDAY.plus(DAY));
        assertThat(story.current()).isInstanceOf(RetentionCase.Waiting.class);

        story.timePasses(TUESDAY.plus(Duration.ofDays(90)));
        assertThat(story.current()).isInstanceOf(RetentionCase.Waiting.class);

        story.timePasses(TUESDAY.plus(Duration.ofDays(91)));
        assertThat(story.closed()).isEqualTo("saved still-active");
    }

    @Test
    void whoLeavesWithinNinetyDaysIsLostAfterAll() {
        story.comes(ARisk.ofABusiness().worth(4_000).atRisk());
        story.completes(Outcome.STAYING, TUESDAY.plus(DAY));
        story.comes(ARisk.ofABusiness().hasLeft().at(TUESDAY.plus(DAY.multipliedBy(30))));

        assertThat(story.closed()).isEqualTo("lost left");
    }

    @Test
    void deadlinesThatFellDueBeforeAnEventComeFirst() {
        story.comes(ARisk.ofABusiness().worth(4_000).atRisk());
        story.completes(Outcome.STAYING, TUESDAY.plus(DAY));
        story.comes(ARisk.ofABusiness().worth(4_000).atRisk().at(TUESDAY.plus(Duration.ofDays(100))));

        assertThat(story.toldTypes())
                .containsExactly(
                        "CaseOpened", "TaskAssigned", "TaskCompleted", "CaseClosed", "CaseOpened", "TaskAssigned");
    }

    @Test
    void whoIsNotReachedIsCalledAtThreeHoursThenWrittenToAndThenLeftAlone() {
        story.comes(ARisk.ofABusiness().worth(4_000).atRisk());
        Instant at = TUESDAY;
        List<LocalTime> hours = new ArrayList<>();
        for (int call = 0; call < 3; call++) {
            hours.add(at.atZone(PARIS).toLocalTime());
            story.completes(Outcome.NOT_REACHED, at);
            at = at.plus(DAY).with(ChronoField.NANO_OF_SECOND, 0);
            if (story.current().toDo().findFirst().orElseThrow() instanceof Task.Snoozed snoozed) {
                assertThat(snoozed.until()).isAfter(TUESDAY);
                at = snoozed.until();
            }
        }
        assertThat(hours).doesNotHaveDuplicates();
        assertThat(story.tasks())
                .extracting(Statement::of)
                .containsExactly("call done", "call done", "call done", "letter assigned");

        story.completes(Outcome.NOT_REACHED, at);
        assertThat(story.closed()).isEqualTo("closed-without-action nothing-left-to-do");
    }

    @Test
    void theNextTryIsFreeAtItsHour() {
        story.comes(ARisk.ofABusiness().worth(4_000).atRisk());
        story.completes(Outcome.NOT_REACHED, TUESDAY);
        assertThat(story.tasks()).extracting(Statement::of).containsExactly("call done", "call snoozed");

        // the first call was at 11:00; the next is the day after, 14:30 in Paris
        story.timePasses(Instant.parse("2026-03-04T13:29:59Z"));
        assertThat(story.tasks()).extracting(Statement::of).containsExactly("call done", "call snoozed");
        story.timePasses(Instant.parse("2026-03-04T13:30:00Z"));
        assertThat(story.tasks()).extracting(Statement::of).containsExactly("call done", "call assigned");
    }

    @Test
    void whoHasGivenNoticeIsCalledOnlyOnce() {
        story.comes(ARisk.ofAConsumer().worth(2_000).urgent().open("termination.notified", TUESDAY));
        UUID call = story.current()
                .toDo()
                .filter(task -> !task.order().step().owed())
                .findFirst()
                .orElseThrow()
                .order()
                .id();
        story.completes(story.toDo(), Outcome.SENT, TUESDAY.plus(DAY));
        story.completes(call, Outcome.NOT_REACHED, TUESDAY.plus(DAY));

        assertThat(story.dossier().current()).isEmpty();
    }

    @Test
    void aComplaintIsLookedAtAgainAndThenAnswered() {
        story.comes(ARisk.ofAConsumer().open("complaint.filed", TUESDAY));
        assertThat(story.told()).isEmpty();

        story.timePasses(TUESDAY.plus(DAY.multipliedBy(7)));

        assertThat(story.toldTypes()).containsExactly("CaseOpened", "TaskAssigned");
        assertThat(story.told().getFirst().event().at()).isEqualTo(TUESDAY.plus(DAY.multipliedBy(7)));
    }

    @Test
    void aModelThatSpeaksMeanwhileDoesNotMakeAComplaintForgotten() {
        story.comes(ARisk.ofAConsumer().open("complaint.filed", TUESDAY));
        story.comes(ARisk.ofAConsumer()
                .open("complaint.filed", TUESDAY)
                .at(TUESDAY.plus(DAY))
                .because(Trigger.MODEL));

        story.timePasses(TUESDAY.plus(DAY.multipliedBy(7)));

        assertThat(story.toldTypes()).containsExactly("CaseOpened", "TaskAssigned");
    }

    @Test
    void whatALongOutageSleptOverIsLookedAtOnceItIsOver() {
        Story live = new Story(new History(Optional.empty(), true));
        live.comes(ARisk.ofAConsumer().open("complaint.filed", TUESDAY));
        Instant awake = TUESDAY.plus(DAY.multipliedBy(30));

        live.timePasses(awake.minusSeconds(1), awake);
        assertThat(live.told()).isEmpty();
        live.timePasses(awake, awake);

        assertThat(live.toldTypes()).containsExactly("CaseOpened", "TaskAssigned");
        assertThat(live.told().getFirst().event().at()).isEqualTo(awake);
    }

    @Test
    void aComplaintOfLongAgoThatIsOnlyReadInIsNotLookedAtAgain() {
        Story live = new Story(new History(Optional.empty(), true));
        Instant now = TUESDAY.plus(DAY.multipliedBy(60));
        live.comes(ARisk.ofAConsumer().open("complaint.filed", TUESDAY).recordedAt(now), now);

        live.timePasses(now.plus(DAY), now.plus(DAY));

        assertThat(live.told()).isEmpty();
    }

    @Test
    void whoHasJustOrderedHasPeaceForTwoWeeks() {
        story.comes(ARisk.ofABusiness().worth(4_000).atRisk());
        story.comes(ARisk.ofABusiness().worth(4_000).at(TUESDAY.plus(DAY)).movedBy("order.placed"));
        story.comes(ARisk.ofABusiness().worth(4_000).atRisk().at(TUESDAY.plus(DAY.multipliedBy(2))));
        assertThat(story.dossier().current()).isEmpty();

        story.timePasses(TUESDAY.plus(DAY.multipliedBy(14)));
        assertThat(story.dossier().current()).isEmpty();
        story.timePasses(TUESDAY.plus(DAY.multipliedBy(15)));
        assertThat(story.current()).isInstanceOf(RetentionCase.Opened.class);
    }

    @Test
    void whoGetsWorseThanBeforeHasNoPeace() {
        for (ARisk worse : List.of(
                ARisk.ofABusiness().worth(4_000).urgent(),
                ARisk.ofABusiness().worth(9_000).atRisk(),
                ARisk.ofABusiness()
                        .worth(4_000)
                        .open("payment.failed", TUESDAY.plus(DAY.multipliedBy(2)))
                        .unpaid(0.4))) {
            Story one = new Story();
            one.comes(ARisk.ofABusiness().worth(4_000).atRisk());
            one.comes(ARisk.ofABusiness().worth(4_000).at(TUESDAY.plus(DAY)).movedBy("order.placed"));
            one.comes(worse.at(TUESDAY.plus(DAY.multipliedBy(2))));

            assertThat(one.current()).isInstanceOf(RetentionCase.Opened.class);
        }
    }

    @Test
    void whoeverIsNotReachedIsNotTriedAnewTheNextDay() {
        story.comes(ARisk.ofABusiness().worth(4_000).atRisk());
        while (story.dossier().current().isPresent()) {
            story.completes(Outcome.NOT_REACHED, TUESDAY.plus(DAY));
        }
        story.comes(ARisk.ofABusiness().worth(4_000).atRisk().at(TUESDAY.plus(DAY.multipliedBy(5))));
        assertThat(story.dossier().current()).isEmpty();

        story.timePasses(TUESDAY.plus(DAY.multipliedBy(31)));
        assertThat(story.current()).isInstanceOf(RetentionCase.Opened.class);
    }

    @Test
    void aCaseNobodyHasBegunIsLetGoOnceTheRiskHasBeenGoneForAWeek() {
        story.comes(ARisk.ofABusiness().worth(4_000).atRisk());
        story.comes(ARisk.ofABusiness().worth(4_000).at(TUESDAY.plus(DAY)));
        story.comes(ARisk.ofABusiness().worth(4_000).at(TUESDAY.plus(DAY.multipliedBy(3))));
        story.timePasses(TUESDAY.plus(DAY.multipliedBy(7)));
        assertThat(story.current()).isInstanceOf(RetentionCase.Opened.class);

        story.timePasses(TUESDAY.plus(DAY.multipliedBy(8)));
        assertThat(story.closed()).isEqualTo("void calmed-down");
    }

    @Test
    void aRiskThatWaversClosesNothing() {
        story.comes(ARisk.ofABusiness().worth(4_000).atRisk());
        story.comes(ARisk.ofABusiness().worth(4_000).at(TUESDAY.plus(DAY)));
        story.comes(ARisk.ofABusiness().worth(4_000).level(RiskLevel.WATCH, 0.1).at(TUESDAY.plus(DAY.multipliedBy(2))));
        story.timePasses(TUESDAY.plus(DAY.multipliedBy(60)));

        assertThat(story.current()).isInstanceOf(RetentionCase.Opened.class);
        assertThat(story.toldTypes()).containsExactly("CaseOpened", "TaskAssigned");
    }

    @Test
    void whatSomebodyHasBegunIsNotLetGo() {
        story.comes(ARisk.ofABusiness().worth(4_000).atRisk());
        story.comes(ARisk.ofABusiness().worth(4_000).at(TUESDAY.plus(DAY)));
        story.claims("agent-1");
        assertThat(story.current()).isInstanceOf(RetentionCase.InAction.class);

        story.timePasses(TUESDAY.plus(DAY.multipliedBy(60)));
        assertThat(story.current()).isInstanceOf(RetentionCase.InAction.class);
    }

    @Test
    void aDecisionNotToActIsToldOnceWhileNothingChanges() {
        story.comes(ARisk.ofAConsumer().urgent().objects());
        story.comes(ARisk.ofAConsumer().urgent().objects().at(TUESDAY.plus(DAY)));
        assertThat(story.toldTypes()).containsExactly("NoActionDecided");

        story.comes(ARisk.ofAConsumer().at(TUESDAY.plus(DAY.multipliedBy(2))));
        story.comes(ARisk.ofAConsumer().urgent().objects().at(TUESDAY.plus(DAY.multipliedBy(3))));
        assertThat(story.told())
                .extracting(Announcement::event)
                .hasSize(2)
                .allMatch(event ->
                        event instanceof NoActionDecided decided && decided.reason() == NoActionReason.OBJECTION);
    }

    @Test
    void historyAndNewModelsOpenNothing() {
        Story live = new Story(new History(Optional.of(TUESDAY), true));
        live.comes(ARisk.ofABusiness().worth(4_000).atRisk().at(TUESDAY.minusSeconds(1)), TUESDAY);
        live.comes(ARisk.ofABusiness().worth(4_000).atRisk().because(Trigger.MODEL), TUESDAY);
        live.comes(ARisk.ofABusiness().worth(4_000).atRisk(), TUESDAY.plus(Duration.ofDays(8)));
        assertThat(live.told()).isEmpty();

        live.comes(ARisk.ofABusiness().worth(4_000).atRisk().at(TUESDAY.plus(DAY)), TUESDAY.plus(Duration.ofDays(8)));
        assertThat(live.toldTypes()).containsExactly("CaseOpened", "TaskAssigned");
    }

    @Test
    void aTaskIsTakenOnByOne() {
        story.comes(ARisk.ofABusiness().worth(4_000).atRisk());
        story.claims("agent-1");
        story.claims("agent-1");

        assertThat(story.toldTypes()).containsExactly("CaseOpened", "TaskAssigned", "TaskClaimed");
        assertThatThrownBy(() -> story.claims("agent-2")).isInstanceOf(IllegalMove.class);
    }

    @Test
    void whatIsDoneStaysDone() {
        story.comes(ARisk.ofABusiness().worth(4_000).atRisk());
        var task = story.toDo();
        story.completes(Outcome.STAYING, TUESDAY.plus(DAY));

        assertThatThrownBy(() -> story.completes(task, Outcome.LEAVING, TUESDAY.plus(DAY)))
                .isInstanceOf(IllegalMove.class);
    }

    @Test
    void idsFollowFromTheEventSoThatAReplayYieldsTheSame() {
        Story again = new Story();
        for (Story one : List.of(story, again)) {
            one.comes(ARisk.ofABusiness().worth(4_000).atRisk());
            one.comes(ARisk.ofABusiness().worth(9_000).atRisk().at(TUESDAY.plus(DAY)));
        }

        assertThat(story.told()).isEqualTo(again.told());
        assertThat(story.told()).extracting(Announcement::id).doesNotHaveDuplicates();
    }

    @Test
    void theTaskCarriesWhenItsSignalCameIn() {
        story.comes(ARisk.ofABusiness().worth(4_000).atRisk());

        assertThat(story.told().getLast().event())
                .isInstanceOfSatisfying(TaskAssigned.class, assigned -> assertThat(assigned.receivedAt())
                        .contains(Story.RECEIVED));
    }

    /** States in few words. */
    static final class Statement {
        private Statement() {}

        static String of(Task task) {
            String state =
                    switch (task) {
                        case Task.Assigned _ -> "assigned";
                        case Task.Snoozed _ -> "snoozed";
                        case Task.Claimed _ -> "claimed";
                        case Task.Done _ -> "done";
                        case Task.Cancelled _ -> "cancelled";
                    };
            return task.order().step().action().word() + " " + state;
        }

        static String of(CaseResult result, CaseEnd because) {
            return result.word() + " " + because.word();
        }
    }
}

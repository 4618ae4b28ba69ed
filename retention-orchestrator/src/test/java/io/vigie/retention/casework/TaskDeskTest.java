package io.vigie.retention.casework;

import static io.vigie.retention.ARisk.TUESDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vigie.events.retention.Action;
import io.vigie.events.retention.NoticeFollowed;
import io.vigie.events.retention.Outcome;
import io.vigie.events.retention.TaskCompleted;
import io.vigie.events.retention.Team;
import io.vigie.retention.ARisk;
import io.vigie.retention.casework.CaseDeskTest.Statement;
import io.vigie.retention.casework.IllegalMove.Why;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class TaskDeskTest {
    private static final Duration DAY = Duration.ofDays(1);
    private static final Doer LEAD = new Doer("lead-1", true);

    private final Story story = new Story();

    @Test
    void whatSomebodyHasTakenOnOnlyTheyComplete() {
        story.comes(ARisk.ofABusiness().worth(4_000).atRisk());
        story.claims("agent-1");

        refused(Why.NOT_YOUR_TASK, () -> story.completes(story.toDo(), Outcome.STAYING, "agent-2"));
        refused(Why.NOT_YOUR_TASK, () -> story.releases(Doer.agent("agent-2")));
        refused(Why.NOT_YOUR_TASK, () -> story.snoozes(TUESDAY.plus(DAY), SnoozeReason.OTHER, Doer.agent("agent-2")));
        story.completes(story.toDo(), Outcome.STAYING, "agent-1");
        assertThat(story.current()).isInstanceOf(RetentionCase.Waiting.class);
    }

    @Test
    void whatIsGivenBackIsFreeForAll() {
        story.comes(ARisk.ofABusiness().worth(4_000).atRisk());
        story.claims("agent-1");
        story.releases(LEAD);
        assertThat(story.current()).isInstanceOf(RetentionCase.Opened.class);

        story.claims("agent-2");
        assertThat(story.told()).extracting(Announcement::id).doesNotHaveDuplicates();
    }

    @Test
    void whatIsPutOffComesBackAtItsTime() {
        story.comes(ARisk.ofABusiness().worth(4_000).atRisk());
        story.snoozes(TUESDAY.plus(DAY), SnoozeReason.CUSTOMER_ASKED, Doer.agent("agent-1"));
        assertThat(story.tasks()).extracting(Statement::of).containsExactly("call snoozed");

        story.timePasses(TUESDAY.plus(DAY));
        assertThat(story.tasks()).extracting(Statement::of).containsExactly("call assigned");
    }

    @Test
    void nothingIsPutOffIntoThePastOrForEverNorWhatIsOwed() {
        story.comes(ARisk.ofABusiness().worth(4_000).atRisk());
        refused(Why.NOT_SOON, () -> story.snoozes(TUESDAY, SnoozeReason.OTHER, LEAD));
        refused(Why.NOT_SOON, () -> story.snoozes(TUESDAY.plus(Duration.ofDays(31)), SnoozeReason.OTHER, LEAD));

        Story notice = new Story();
        notice.comes(ARisk.ofAConsumer().urgent().open("termination.notified", TUESDAY));
        refused(Why.TASK_IS_OWED, () -> notice.snoozes(TUESDAY.plus(DAY), SnoozeReason.OTHER, LEAD));
    }

    @Test
    void anotherTeamGetsATaskOfItsOwn() {
        story.comes(ARisk.ofABusiness().worth(4_000).atRisk());
        UUID before = story.toDo();
        story.hands(Team.RETENTION_UNIT, Optional.of("jo"));

        assertThat(story.tasks()).extracting(Statement::of).containsExactly("call cancelled", "call assigned");
        assertThat(story.toDo()).isNotEqualTo(before);
        assertThat(story.current().toDo()).allSatisfy(task -> {
            assertThat(task.order().step().team()).isEqualTo(Team.RETENTION_UNIT);
            assertThat(task.order().step().assignee()).contains("jo");
        });
    }

    @Test
    void inTheSameTeamItStaysTheSameTask() {
        story.comes(ARisk.ofABusiness().worth(4_000).atRisk());
        UUID before = story.toDo();
        story.claims("agent-1");
        story.hands(Team.CALL_CENTRE, Optional.of("jo"));

        assertThat(story.toDo()).isEqualTo(before);
        assertThat(story.tasks()).extracting(Statement::of).containsExactly("call assigned");
    }

    @Test
    void anIncidentIsNeverHandedToTheAccountManagers() {
        story.comes(ARisk.ofABusiness().worth(6_000).atRisk().open("incident.with-account-manager", TUESDAY));

        refused(Why.TASK_IS_DISCREET, () -> story.hands(Team.ACCOUNT_MANAGERS, Optional.empty()));
    }

    @Test
    void nobodyHearsFromTwoTeamsAtOnce() {
        story.comes(ARisk.ofABusiness().worth(4_000).atRisk());
        UUID call = story.toDo();
        story.claims("agent-1");
        story.comes(ARisk.ofABusiness().worth(9_000).atRisk().at(TUESDAY.plus(DAY)));
        UUID visit = story.tasks().getLast().order().id();

        refused(Why.CUSTOMER_WITH_ANOTHER_TEAM, () -> story.claims(visit, "am-north"));
        refused(Why.CUSTOMER_WITH_ANOTHER_TEAM, () -> story.completes(visit, Outcome.REACHED, "am-north"));
        story.completes(call, Outcome.REACHED, "agent-1");
        assertThatCode(() -> story.claims(visit, "am-north")).doesNotThrowAnyException();
    }

    @Test
    void aLateTaskGoesToTheLeadAndThenUp() {
        Story late = Story.followed();
        late.comes(ARisk.ofABusiness().worth(4_000).atRisk());
        Instant due = late.tasks().getFirst().order().step().dueAt();

        late.timePasses(due.minusSeconds(1));
        assertThat(watchOf(late)).isEqualTo(Watch.Stage.WARNED);
        late.timePasses(due);
        assertThat(watchOf(late)).isEqualTo(Watch.Stage.LATE);
        assertThat(late.tasks().getFirst().order().step().assignee()).contains("lead-of-call-centre");
        late.timePasses(due.plus(Duration.ofDays(4)));
        assertThat(late.tasks()).extracting(Statement::of).startsWith("call cancelled", "call assigned");
        assertThat(late.tasks().get(1).order().step().team()).isEqualTo(Team.RETENTION_UNIT);

        late.timePasses(due.plus(Duration.ofDays(40)));
        assertThat(late.tasks()).hasSize(2);
        assertThat(late.dossier().nextDeadline()).isEmpty();
    }

    @Test
    void whoIsAtItStaysAtItThoughLate() {
        Story late = Story.followed();
        late.comes(ARisk.ofABusiness().worth(4_000).atRisk());
        late.claims("agent-1");
        Instant due = late.tasks().getFirst().order().step().dueAt();
        late.timePasses(due);

        assertThat(late.tasks()).extracting(Statement::of).containsExactly("call claimed");
        assertThat(watchOf(late)).isEqualTo(Watch.Stage.LATE);
    }

    @Test
    void whatIsPutOffIsNotWatchedMeanwhile() {
        Story late = Story.followed();
        late.comes(ARisk.ofABusiness().worth(4_000).atRisk());
        Instant due = late.tasks().getFirst().order().step().dueAt();
        late.snoozes(due.plus(DAY), SnoozeReason.CUSTOMER_ASKED, Doer.agent("agent-1"));
        late.timePasses(due.plusSeconds(60));

        assertThat(watchOf(late)).isEqualTo(Watch.Stage.ON_TIME);
    }

    @Test
    void whatIsPromisedBecomesATaskOfWhoPromised() {
        story.comes(ARisk.ofABusiness().worth(4_000).atRisk());
        UUID call = story.toDo();
        story.claims("agent-1");
        LocalDate friday = LocalDate.of(2026, 3, 6);
        story.promises(new Promise("a new invoice", friday), "agent-1");

        assertThat(story.tasks()).extracting(Statement::of).containsExactly("call done", "call assigned");
        TaskOrder kept = story.tasks().getLast().order();
        assertThat(kept.promised()).contains("a new invoice");
        assertThat(kept.step().assignee()).contains("agent-1");
        assertThat(kept.step().team()).isEqualTo(Team.CALL_CENTRE);
        assertThat(kept.step().counted()).isFalse();
        assertThat(kept.step().dueAt()).isEqualTo("2026-03-06T17:00:00Z");
        assertThat(story.told())
                .extracting(Announcement::event)
                .filteredOn(TaskCompleted.class::isInstance)
                .extracting(one -> ((TaskCompleted) one).promisedBy())
                .containsExactly(Optional.of(kept.step().dueAt()));
        assertThat(story.current()).isInstanceOf(RetentionCase.InAction.class);
        assertThat(kept.id()).isNotEqualTo(call);

        story.completes(kept.id(), Outcome.REACHED, "agent-1");
        assertThat(story.current()).isInstanceOf(RetentionCase.Waiting.class);
    }

    @Test
    void aPromiseOutlivesARecoveryAndGoesUpWhenItIsNotKept() {
        Story late = Story.followed();
        late.comes(ARisk.ofABusiness().worth(4_000).atRisk());
        late.promises(new Promise("a call back", LocalDate.of(2026, 3, 6)), "agent-1");
        late.comes(ARisk.ofABusiness().worth(4_000).movedBy("order.placed").at(TUESDAY.plus(DAY)));
        assertThat(late.tasks()).extracting(Statement::of).containsExactly("call done", "call assigned");

        late.timePasses(Instant.parse("2026-03-12T12:00:00Z"));
        assertThat(late.tasks())
                .extracting(Statement::of)
                .containsExactly("call done", "call cancelled", "call assigned");
        TaskOrder up = late.tasks().getLast().order();
        assertThat(up.step().team()).isEqualTo(Team.RETENTION_UNIT);
        assertThat(up.promised()).contains("a call back");
    }

    @Test
    void aPromiseIsForADayAheadAndSaysWhat() {
        story.comes(ARisk.ofABusiness().worth(4_000).atRisk());

        refused(Why.NOT_SOON, () -> story.promises(new Promise("x", LocalDate.of(2026, 3, 2)), "agent-1"));
        refused(Why.NOT_SOON, () -> story.promises(new Promise("x", LocalDate.of(2027, 3, 10)), "agent-1"));
        assertThatThrownBy(() -> new Promise(" ", LocalDate.of(2026, 3, 6))).hasMessageContaining("promised");
        assertThatThrownBy(() -> Report.of(Outcome.PROMISE, "")).hasMessageContaining("by which day");
    }

    @Test
    void whatWasGivenToSomebodyIsTheirs() {
        story.comes(ARisk.ofABusiness().worth(4_000).atRisk());
        story.hands(Team.CALL_CENTRE, Optional.of("agent-1"));

        refused(Why.NOT_YOUR_TASK, () -> story.claims("agent-2"));
        refused(Why.NOT_YOUR_TASK, () -> story.completes(story.toDo(), Outcome.REACHED, "agent-2"));
        refused(Why.NOT_YOUR_TASK, () -> story.snoozes(TUESDAY.plus(DAY), SnoozeReason.OTHER, Doer.agent("agent-2")));
        assertThatCode(() -> story.snoozes(TUESDAY.plus(DAY), SnoozeReason.OTHER, LEAD))
                .doesNotThrowAnyException();
        story.completes(story.toDo(), Outcome.REACHED, "agent-1");
    }

    @Test
    void whatIsLateAnybodyOfTheTeamMayTakeOn() {
        Story late = Story.followed();
        late.comes(ARisk.ofABusiness().worth(4_000).atRisk());
        late.hands(Team.CALL_CENTRE, Optional.of("agent-1"));
        late.timePasses(late.tasks().getFirst().order().step().dueAt());

        assertThatCode(() -> late.claims("agent-2")).doesNotThrowAnyException();
    }

    @Test
    void nobodySpeaksOfANoticeBeforeItIsConfirmed() {
        Story notice = new Story();
        notice.comes(ARisk.ofABusiness().worth(90_000).urgent().open("termination.notified", TUESDAY));
        UUID confirmation = notice.tasks().stream()
                .map(Task::order)
                .filter(order -> order.step().owed())
                .findFirst()
                .orElseThrow()
                .id();
        TaskOrder before = notice.tasks().stream()
                .map(Task::order)
                .filter(order -> !order.step().owed())
                .findFirst()
                .orElseThrow();

        assertThatThrownBy(() -> notice.claims(before.id(), "agent-1"))
                .isInstanceOfSatisfying(
                        IllegalMove.class, e -> assertThat(e.why()).isEqualTo(Why.CONFIRM_FIRST));
        notice.completes(confirmation, Outcome.SENT, TUESDAY.plus(Duration.ofDays(3)));

        TaskOrder after = notice.current().task(before.id()).orElseThrow().order();
        assertThat(after.step().dueAt()).isAfter(before.step().dueAt());
        assertThatCode(() -> notice.claims(before.id(), "agent-1")).doesNotThrowAnyException();
    }

    @Test
    void aVisitOfBeforeTheNoticeWaitsForTheConfirmationToo() {
        Story notice = new Story();
        notice.comes(ARisk.ofABusiness().worth(90_000).urgent());
        UUID visit = notice.toDo();
        notice.claims(visit, "agent-1");
        notice.comes(ARisk.ofABusiness().worth(90_000).urgent().open("termination.notified", TUESDAY));

        assertThat(notice.current().waitsForConfirmation()).isTrue();
        assertThatThrownBy(() -> notice.completes(visit, Outcome.STAYING, "agent-1"))
                .isInstanceOfSatisfying(
                        IllegalMove.class, e -> assertThat(e.why()).isEqualTo(Why.CONFIRM_FIRST));
    }

    @Test
    void aCallThatAPersonChoseWaitsForTheConfirmationToo() {
        Story notice = new Story();
        notice.comes(ARisk.ofABusiness().worth(90_000).urgent().open("termination.notified", TUESDAY));
        notice.overrules(Action.CALL, Team.CALL_CENTRE);
        UUID call = notice.current()
                .toDo()
                .map(Task::order)
                .filter(order -> !order.step().owed())
                .findFirst()
                .orElseThrow()
                .id();

        assertThatThrownBy(() -> notice.claims(call, "agent-1"))
                .isInstanceOfSatisfying(
                        IllegalMove.class, e -> assertThat(e.why()).isEqualTo(Why.CONFIRM_FIRST));
    }

    @Test
    void whatIsAboutTheAccountManagerIsNotTurnedBackToThemByHand() {
        Story discreet = new Story();
        discreet.comes(ARisk.ofABusiness().worth(20_000).atRisk().open("incident.with-account-manager", TUESDAY));
        List<Task> before = discreet.tasks();

        assertThatThrownBy(() -> discreet.overrules(Action.CALL, Team.ACCOUNT_MANAGERS))
                .isInstanceOfSatisfying(
                        IllegalMove.class, e -> assertThat(e.why()).isEqualTo(Why.TASK_IS_DISCREET));
        discreet.comes(ARisk.ofABusiness().worth(20_000).atRisk().at(TUESDAY.plus(DAY)));
        assertThatThrownBy(() -> discreet.overrules(Action.ACCOUNT_MANAGER_VISIT, Team.ACCOUNT_MANAGERS))
                .isInstanceOfSatisfying(
                        IllegalMove.class, e -> assertThat(e.why()).isEqualTo(Why.TASK_IS_DISCREET));
        assertThat(discreet.tasks()).isEqualTo(before);
    }

    @Test
    void whatANoticeCostsWhoGaveItIsTold() {
        Story notice = new Story();
        notice.comes(ARisk.ofABusiness().worth(90_000).urgent().open("termination.notified", TUESDAY));
        notice.tasks()
                .forEach(task -> notice.completes(
                        task.order().id(),
                        task.order().step().owed() ? Outcome.SENT : Outcome.LEAVING,
                        TUESDAY.plus(DAY)));
        notice.comes(ARisk.ofABusiness().worth(90_000).leftAt(TUESDAY.plus(DAY.multipliedBy(30))));

        List<NoticeFollowed> told = notice.told().stream()
                .map(Announcement::event)
                .filter(NoticeFollowed.class::isInstance)
                .map(NoticeFollowed.class::cast)
                .toList();
        assertThat(told).hasSize(2);
        assertThat(told.getFirst().acknowledgedAt()).contains(TUESDAY.plus(DAY));
        assertThat(told.getFirst().noticedAt()).isEqualTo(TUESDAY);
        assertThat(told.getLast().endedAt()).isPresent();
        assertThat(told.getLast().contacts()).isEqualTo(1);
    }

    private static Watch.Stage watchOf(Story story) {
        return story.current().toDo().findFirst().orElseThrow().watch().stage();
    }

    private void refused(Why why, ThrowingCallable deed) {
        Dossier before = story.dossier();
        assertThatThrownBy(deed).isInstanceOfSatisfying(IllegalMove.class, e -> assertThat(e.why())
                .isEqualTo(why));
        assertThat(story.dossier()).isEqualTo(before);
    }
}

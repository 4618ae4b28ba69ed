package io.vigie.retention.casework;

import static io.vigie.retention.ARisk.TUESDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vigie.events.retention.Outcome;
import io.vigie.events.retention.Team;
import io.vigie.retention.ARisk;
import io.vigie.retention.casework.CaseDeskTest.Statement;
import io.vigie.retention.casework.IllegalMove.Why;
import java.time.Duration;
import java.time.Instant;
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

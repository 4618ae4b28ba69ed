package io.vigie.retention.casework;

import static io.vigie.retention.ARisk.TUESDAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.events.retention.Action;
import io.vigie.events.retention.Outcome;
import io.vigie.retention.ARisk;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What comes up while a customer has a case already. */
class MergingTest {
    private static final Duration DAY = Duration.ofDays(1);

    private final Story story = new Story();

    @ParameterizedTest
    @ValueSource(
            strings = {"incident.with-account-manager", "termination.notified", "payment.failed", "order.not-renewed"})
    void aMatterThatComesUpWhileACaseWaitsIsAnswered(String matter) {
        called();

        story.comes(business().unpaid(0.3).open(matter, day(30)).at(day(30)));

        assertThat(abouts()).contains(matter);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"incident.with-account-manager", "termination.notified", "payment.failed", "order.not-renewed"})
    void aMatterThatComesUpWhileACaseIsOpenIsAnsweredOnce(String matter) {
        story.comes(business().atRisk().at(TUESDAY));
        story.claims("agent-1");

        story.comes(business().unpaid(0.3).open(matter, day(1)).at(day(1)));
        story.comes(business().unpaid(0.3).open(matter, day(1)).at(day(2)));

        assertThat(abouts().stream().filter(matter::equals).count())
                .isEqualTo(matter.equals("termination.notified") ? 2 : 1);
    }

    @Test
    void aComplaintThatIsOverdueWhileACaseWaitsIsCalledAbout() {
        called();

        story.comes(business().open("complaint.filed", day(30)).at(day(30)));
        assertThat(abouts()).isEmpty();
        story.timePasses(day(40));

        assertThat(abouts()).containsExactly("complaint.filed");
    }

    @Test
    void theNoticeOfASecondContractIsConfirmedThoughTheFirstIsStillOpen() {
        story.comes(business().open("termination.notified", TUESDAY));
        story.tasks().forEach(task -> story.completes(task.order().id(), Outcome.SENT, day(1)));
        assertThat(story.current()).isInstanceOf(RetentionCase.Waiting.class);

        story.comes(
                business().openTwice("termination.notified", TUESDAY, day(30)).at(day(30)));
        assertThat(owed()).hasSize(1);

        story.comes(
                business().openTwice("termination.notified", TUESDAY, day(30)).at(day(31)));
        assertThat(owed()).hasSize(1);
    }

    @Test
    void aNoticeAfterOneThatWasConfirmedAndWithdrawnIsConfirmedToo() {
        story.comes(business().open("termination.notified", TUESDAY));
        story.tasks().forEach(task -> story.completes(task.order().id(), Outcome.SENT, day(1)));
        story.comes(business().at(day(2)).movedBy("termination.withdrawn"));

        story.comes(business().open("termination.notified", day(30)).at(day(30)));

        assertThat(owed()).hasSize(1);
    }

    @Test
    void aNoticeIsConfirmedThoughTheConfirmationOfTheOneBeforeWasCalledOff() {
        called();
        story.comes(business().open("termination.notified", day(10)).at(day(10)));
        assertThat(owed()).hasSize(1);
        story.comes(business().at(day(11)).movedBy("termination.withdrawn"));
        assertThat(owed()).isEmpty();

        story.comes(business().open("termination.notified", day(12)).at(day(12)));

        assertThat(owed()).hasSize(1);
    }

    @Test
    void aNoticeThatStandsIsConfirmedThoughThatOfAnotherContractIsWithdrawn() {
        story.comes(
                business().openTwice("termination.notified", TUESDAY, day(1)).at(day(1)));

        story.comes(business().open("termination.notified", TUESDAY).at(day(2)).movedBy("termination.withdrawn"));

        assertThat(owed()).hasSize(1);
    }

    @Test
    void anotherComplaintIsAnsweredThoughTheFirstIsStillOpen() {
        called();

        story.comes(business().openTwice("complaint.filed", TUESDAY, day(30)).at(day(30)));
        assertThat(abouts()).isEmpty();
        story.timePasses(day(40));

        assertThat(abouts()).containsExactly("complaint.filed");
    }

    @Test
    void theSameLevelAsBeforeAsksForNothingMoreWhileACaseWaits() {
        called();

        story.comes(business().atRisk().at(day(30)));

        assertThat(story.current().toDo()).isEmpty();
    }

    @Test
    void aReminderOfAPaymentDoesNotTakeThePlaceOfACall() {
        story.comes(consumer().atRisk().at(TUESDAY));

        story.comes(consumer().unpaid(0.3).open("payment.failed", day(1)).at(day(1)));

        assertThat(story.current().toDo().map(task -> task.order().step().action()))
                .containsExactlyInAnyOrder(Action.CALL, Action.MESSAGE);
    }

    private void called() {
        story.comes(business().atRisk().at(TUESDAY));
        story.completes(Outcome.STAYING, day(1));
        assertThat(story.current()).isInstanceOf(RetentionCase.Waiting.class);
    }

    private List<TaskOrder> owed() {
        return story.current()
                .toDo()
                .map(Task::order)
                .filter(order -> order.step().owed())
                .toList();
    }

    private List<String> abouts() {
        return story.current()
                .toDo()
                .flatMap(task -> task.order().about().stream())
                .toList();
    }

    private static ARisk business() {
        return ARisk.ofABusiness().worth(4_000).underContract();
    }

    private static ARisk consumer() {
        return ARisk.ofAConsumer().worth(600).underContract();
    }

    private static Instant day(int days) {
        return TUESDAY.plus(DAY.multipliedBy(days));
    }
}

package io.vigie.retention.casework;

import static io.vigie.retention.ARisk.TUESDAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.events.retention.Outcome;
import io.vigie.retention.ARisk;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Who is called saved, and who is not. */
class ProofOfStayingTest {
    private static final String NOTICE = "termination.notified";
    private static final Instant CALLED = day(1);

    private final Story story = new Story();

    @Test
    void whoIsStillActiveNinetyDaysLaterIsSaved() {
        isCalled(business().atRisk());

        story.timePasses(day(92));

        assertThat(story.closed()).isEqualTo("saved still-active");
    }

    @Test
    void whoHasGivenNoticeIsNotSavedBeforeItsEndIsPast() {
        story.comes(business().open(NOTICE, TUESDAY, day(200)).at(TUESDAY));
        story.tasks().forEach(task -> story.completes(task.order().id(), Outcome.STAYING, CALLED));

        story.timePasses(day(150));
        assertThat(story.current())
                .isInstanceOfSatisfying(RetentionCase.Waiting.class, waiting -> assertThat(waiting.until())
                        .isEqualTo(day(200)));

        story.comes(business().leftAt(day(200)).at(day(200)));
        assertThat(story.closed()).isEqualTo("lost left");
    }

    @Test
    void toConfirmANoticeIsNotToHaveActed() {
        story.comes(business().open(NOTICE, TUESDAY, day(200)).at(TUESDAY));
        story.tasks()
                .forEach(task -> story.completes(
                        task.order().id(), task.order().step().owed() ? Outcome.STAYING : Outcome.NOT_REACHED, CALLED));

        assertThat(story.closed()).isEqualTo("closed-without-action nothing-left-to-do");
    }

    @Test
    void whoWasToBeWonBackAndIsStillSilentIsNot() {
        story.comes(business().dormantSince(day(-11)).at(TUESDAY));
        assertThat(story.current().opening().winsBack()).isTrue();
        story.completes(Outcome.STAYING, CALLED);

        story.timePasses(day(92));

        assertThat(story.closed()).isEqualTo("lost left");
    }

    private void isCalled(ARisk risk) {
        story.comes(risk.at(TUESDAY));
        story.completes(Outcome.STAYING, CALLED);
    }

    private static ARisk business() {
        return ARisk.ofABusiness().worth(4_000);
    }

    private static Instant day(int days) {
        return TUESDAY.plus(Duration.ofDays(days));
    }
}

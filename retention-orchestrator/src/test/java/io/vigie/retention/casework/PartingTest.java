package io.vigie.retention.casework;

import static io.vigie.retention.ARisk.TUESDAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.events.retention.Outcome;
import io.vigie.retention.ARisk;
import io.vigie.retention.policy.Parting;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PartingTest {
    private static final Instant IN_A_YEAR = day(400);

    private final Story story = new Story();

    @Test
    void whoSaysUntilWhenTheyAreCommittedIsAskedOnceMoreBeforeThat() {
        leavesAndIsAskedBackInVain();

        story.parts(new Parting(day(20), true, Optional.of(date(300))));
        story.timePasses(day(254));
        assertThat(story.dossier().current()).isEmpty();
        story.timePasses(day(255));
        assertThat(story.current().opening().winsBack()).isTrue();

        story.completes(Outcome.REFUSED, day(256));
        story.timePasses(IN_A_YEAR);
        assertThat(story.cases()).hasSize(2);
    }

    @Test
    void whoSaysNothingOfItIsAskedOnce() {
        leavesAndIsAskedBackInVain();

        story.parts(new Parting(day(20), true, Optional.empty()));
        story.timePasses(IN_A_YEAR);

        assertThat(story.cases()).hasSize(1);
    }

    @Test
    void whoWillSoonBeFreeIsAskedWhileItIsOpenWhatTheFirstTimeGaveButNotOnTheHeelsOfSayingSo() {
        leaves();
        story.timePasses(day(11));
        story.completes(Outcome.REFUSED, day(12));

        story.parts(new Parting(day(20), true, Optional.of(date(40))));
        story.timePasses(day(29));
        assertThat(story.current().toDo()).isEmpty();
        story.timePasses(day(31));
        assertThat(story.current().toDo()).hasSize(1);

        story.completes(Outcome.REFUSED, day(32));
        story.timePasses(IN_A_YEAR);
        assertThat(story.cases()).singleElement().satisfies(one -> assertThat(one.tasks())
                .hasSize(2));
    }

    @Test
    void whoDoesNotWantToBeAskedBackIsNot() {
        leaves();
        story.parts(new Parting(day(3), false, Optional.of(date(300))));

        story.timePasses(IN_A_YEAR);

        assertThat(story.cases()).isEmpty();
    }

    @Test
    void aNoEndsAnAttemptThatHasNotBeenMade() {
        leaves();
        story.timePasses(day(11));

        story.parts(new Parting(day(12), false, Optional.empty()));

        assertThat(story.dossier().current()).isEmpty();
        assertThat(story.closed()).isEqualTo("closed-without-action declined");
    }

    @Test
    void whatWasSaidInAFormerTimeOfLeavingSaysNothingOfThisOne() {
        story.comes(ARisk.ofABusiness().worth(8_000).dormantSince(day(-60)).at(day(-40)));
        story.parts(new Parting(day(-30), true, Optional.of(date(300))));
        leavesAndIsAskedBackInVain();
        int asked = story.cases().size();

        story.timePasses(IN_A_YEAR);

        assertThat(story.cases()).hasSize(asked);
    }

    private void leaves() {
        story.comes(ARisk.ofABusiness().worth(8_000).leftAt(TUESDAY).at(TUESDAY));
    }

    private void leavesAndIsAskedBackInVain() {
        leaves();
        story.timePasses(day(11));
        story.completes(Outcome.REFUSED, day(12));
        story.timePasses(day(12 + 91));
        assertThat(story.dossier().current()).isEmpty();
    }

    private static Instant day(int days) {
        return TUESDAY.plus(Duration.ofDays(days));
    }

    private static LocalDate date(int days) {
        return day(days).atOffset(ZoneOffset.UTC).toLocalDate();
    }
}

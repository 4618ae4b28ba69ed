package io.vigie.retention.casework;

import static io.vigie.retention.ARisk.TUESDAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.events.customer.Channel;
import io.vigie.events.customer.Purpose;
import io.vigie.events.retention.Action;
import io.vigie.events.retention.Outcome;
import io.vigie.retention.ARisk;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Who has left is approached on their own word only, at the first try and at every other. */
class WinBackConsentTest {
    private final Story story = new Story();

    @Test
    void whoMayBeCalledBackIsCalledAgainAndNotWrittenTo() {
        story.comes(ARisk.ofABusiness()
                .worth(8_000)
                .leftAt(TUESDAY.minus(Duration.ofDays(11)))
                .agreesOnlyTo(Purpose.WIN_BACK, Channel.PHONE)
                .at(TUESDAY));
        assertThat(story.current().toDo()).hasSize(1);

        for (int tried = 0; tried < 3; tried++) {
            assertThat(story.current().toDo().map(task -> task.order().step().action()))
                    .containsExactly(Action.CALL);
            story.completes(Outcome.NOT_REACHED, TUESDAY.plus(Duration.ofDays(tried)));
        }

        assertThat(story.closed()).isEqualTo("closed-without-action nothing-left-to-do");
    }
}

package io.vigie.retention.casework;

import static io.vigie.retention.ARisk.TUESDAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.events.customer.Segment;
import io.vigie.events.retention.Action;
import io.vigie.events.retention.Outcome;
import io.vigie.events.risk.RiskLevel;
import io.vigie.retention.ARisk;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SecondLoyaltyTest {
    private static final Duration DAY = Duration.ofDays(1);
    private static final Instant BACK = TUESDAY.plus(DAY.multipliedBy(20));

    private final Story story = new Story();

    @Test
    void whoWonACustomerBackOwnsThemFromThenOn() {
        wonBackBy("agent-7");

        story.comes(returned().level(RiskLevel.WATCH, 0.12).at(BACK.plus(DAY.multipliedBy(100))));

        assertThat(story.current().toDo())
                .singleElement()
                .satisfies(task -> assertThat(task.order().step().assignee()).contains("agent-7"));
    }

    @Test
    void aCustomerWonBackIsApproachedAtALevelThatIsLeftAloneInAFirstLife() {
        story.comes(ARisk.ofAConsumer().worth(500).level(RiskLevel.WATCH, 0.12));
        assertThat(story.dossier().current()).isEmpty();

        story.comes(returned().level(RiskLevel.WATCH, 0.12).at(BACK));
        assertThat(story.dossier().current()).isPresent();
    }

    @Test
    void whoCameByThemselvesIsTheirAccountManagers() {
        story.comes(returned()
                .in(Segment.B2B)
                .worth(8_000)
                .level(RiskLevel.WATCH, 0.2)
                .at(BACK));

        assertThat(story.current().toDo())
                .singleElement()
                .satisfies(task -> assertThat(task.order().step().assignee()).contains("am-north"));
    }

    @Test
    void aSecondLossIsFinalUnlessTheyComeByThemselves() {
        wonBackBy("agent-7");
        Instant goneAgain = BACK.plus(DAY.multipliedBy(200));

        story.comes(returned().leftAt(goneAgain).at(goneAgain));
        story.timePasses(goneAgain.plus(DAY.multipliedBy(400)));
        assertThat(story.dossier().current()).as(story.toldTypes().toString()).isEmpty();
        int cases = story.cases().size();

        story.comes(ARisk.ofAConsumer()
                .worth(3_000)
                .wonBackAt(goneAgain.plus(DAY.multipliedBy(300)))
                .level(RiskLevel.AT_RISK, 0.3)
                .at(goneAgain.plus(DAY.multipliedBy(401))));
        assertThat(story.cases()).hasSize(cases + 1);
    }

    private void wonBackBy(String agent) {
        story.comes(ARisk.ofABusiness().worth(8_000).leftAt(TUESDAY).at(TUESDAY));
        story.timePasses(TUESDAY.plus(DAY.multipliedBy(11)));
        assertThat(story.current().opening().winsBack()).isTrue();
        assertThat(story.current().toDo())
                .extracting(task -> task.order().step().action())
                .containsExactly(Action.CALL);
        story.claims(agent);
        story.completes(story.toDo(), Outcome.STAYING, agent);
        story.comes(returned().at(BACK));
    }

    private static ARisk returned() {
        return ARisk.ofAConsumer().worth(3_000).wonBackAt(BACK);
    }
}

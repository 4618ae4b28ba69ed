package io.vigie.retention.casework;

import static io.vigie.retention.ARisk.TUESDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vigie.events.retention.Offer;
import io.vigie.retention.casework.IllegalMove.Why;
import io.vigie.retention.policy.OfferCaps;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class OfferDeskTest {
    private static final Doer AGENT = Doer.agent("agent-1");
    private static final Doer LEAD = new Doer("lead-1", true);
    private static final OfferStanding OPEN = new OfferStanding.Open();
    private static final Offer SMALL = new Offer("discount", 50_00, false);
    private static final Offer LARGE = new Offer("discount", 400_00, true);
    private static final OfferBudget PLENTY = budget(0, 0);

    @Test
    void aSmallOfferIsMadeWithoutAskingAnybody() {
        refused(Why.NO_APPROVAL_NEEDED, () -> OfferDesk.ask(OPEN, SMALL, AGENT, TUESDAY));
        assertThat(OfferDesk.give(OPEN, SMALL, PLENTY, AGENT, TUESDAY))
                .isEqualTo(new OfferStanding.Given("agent-1", TUESDAY));
    }

    @Test
    void aLargeOneNeedsTheWordOfALeadOtherThanWhoAsks() {
        refused(Why.OFFER_NEEDS_APPROVAL, () -> OfferDesk.give(OPEN, LARGE, PLENTY, LEAD, TUESDAY));
        refused(Why.NOBODY_ASKED, () -> OfferDesk.approve(OPEN, LARGE, PLENTY, LEAD, TUESDAY));

        OfferStanding asked = OfferDesk.ask(OPEN, LARGE, AGENT, TUESDAY);
        assertThat(OfferDesk.ask(asked, LARGE, Doer.agent("agent-2"), TUESDAY.plusSeconds(1)))
                .isEqualTo(asked);
        refused(Why.OFFER_NEEDS_APPROVAL, () -> OfferDesk.give(asked, LARGE, PLENTY, AGENT, TUESDAY));
        refused(Why.NOT_BY_ONESELF, () -> OfferDesk.approve(asked, LARGE, PLENTY, Doer.agent("agent-2"), TUESDAY));
        refused(
                Why.NOT_BY_ONESELF,
                () -> OfferDesk.approve(asked, LARGE, PLENTY, new Doer(AGENT.name(), true), TUESDAY));

        OfferStanding approved = OfferDesk.approve(asked, LARGE, PLENTY, LEAD, TUESDAY);
        OfferStanding given = OfferDesk.give(approved, LARGE, budget(1_000_00, 1_000_00), AGENT, TUESDAY);
        assertThat(given).isInstanceOf(OfferStanding.Given.class);
        assertThat(OfferDesk.give(given, LARGE, PLENTY, LEAD, TUESDAY.plusSeconds(9)))
                .isEqualTo(given);
    }

    @Test
    void whatIsRefusedStaysSo() {
        OfferStanding refusal = OfferDesk.refuse(OfferDesk.ask(OPEN, LARGE, AGENT, TUESDAY), "too dear", LEAD, TUESDAY);

        refused(Why.OFFER_NEEDS_APPROVAL, () -> OfferDesk.give(refusal, LARGE, PLENTY, AGENT, TUESDAY));
        refused(Why.OFFER_DECIDED, () -> OfferDesk.ask(refusal, LARGE, AGENT, TUESDAY));
        refused(Why.OFFER_DECIDED, () -> OfferDesk.approve(refusal, LARGE, PLENTY, LEAD, TUESDAY));
    }

    @Test
    void theMonthsBudgetHoldsForAllAndForEachOffer() {
        refused(Why.OFFER_BUDGET_SPENT, () -> OfferDesk.give(OPEN, SMALL, budget(1_000_00 - 49_99, 0), AGENT, TUESDAY));
        refused(Why.OFFER_BUDGET_SPENT, () -> OfferDesk.give(OPEN, SMALL, budget(0, 500_00 - 49_99), AGENT, TUESDAY));
        assertThat(OfferDesk.give(OPEN, SMALL, budget(1_000_00 - 50_00, 500_00 - 50_00), AGENT, TUESDAY))
                .isInstanceOf(OfferStanding.Given.class);
    }

    @Property(tries = 200)
    void noMoreIsEverGivenThanTheMonthHolds(@ForAll @Size(max = 60) List<@IntRange(max = 300_00) Integer> costs) {
        List<Integer> given = new ArrayList<>();
        for (int cost : costs) {
            long spent = given.stream().mapToLong(Integer::longValue).sum();
            try {
                OfferDesk.give(OPEN, new Offer("discount", cost, false), budget(spent, spent), AGENT, TUESDAY);
                given.add(cost);
            } catch (IllegalMove tooMuch) {
                assertThat(spent + cost).isGreaterThan(500_00);
            }
        }
        assertThat(given.stream().mapToLong(Integer::longValue).sum()).isLessThanOrEqualTo(500_00);
    }

    private static OfferBudget budget(long spentOnAll, long spentOnThis) {
        return new OfferBudget(
                new OfferCaps(Optional.of(1_000.0), Map.of("discount", 500.0)), spentOnAll, spentOnThis, 100);
    }

    private static void refused(Why why, ThrowingCallable move) {
        assertThatThrownBy(move).isInstanceOfSatisfying(IllegalMove.class, refused -> assertThat(refused.why())
                .isEqualTo(why));
    }
}

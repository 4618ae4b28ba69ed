package io.vigie.retention.store;

import static io.vigie.retention.ARisk.TUESDAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vigie.events.customer.Segment;
import io.vigie.events.retention.Action;
import io.vigie.events.retention.Team;
import io.vigie.retention.ARisk;
import io.vigie.retention.casework.Assessment;
import io.vigie.retention.casework.RetentionCase;
import io.vigie.retention.casework.Task;
import io.vigie.retention.teams.Person;
import io.vigie.retention.teams.Skills;
import io.vigie.retention.teams.TeamRule;
import io.vigie.testkit.BackendsResource;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** In a team that no other test works in, so that only what is here is planned. */
@QuarkusTest
@QuarkusTestResource(BackendsResource.class)
class PlannerTest {
    private static final Duration DAY = Duration.ofDays(1);

    @Inject
    Planner planner;

    @Inject
    Worker worker;

    @Inject
    Staff staff;

    @Inject
    Ledger ledger;

    @Inject
    Cases cases;

    @Inject
    Queues queues;

    @Inject
    Loads loads;

    @BeforeEach
    @AfterEach
    void everybodyLeaves() {
        staff.people().forEach(person -> staff.remove(person.what().id(), Optional.empty(), "test"));
        staff.keep(TeamRule.shipped(Team.BILLING_DESK), Optional.empty(), "test");
        planner.plan(TUESDAY.plus(Duration.ofDays(30)));
    }

    @Test
    void whatThereIsNoTimeForWaitsVisiblyAndFallsBackOnTheMorningOfItsLastDay() {
        UUID dear = billed("plan-dear", 9_000);
        UUID cheap = billed("plan-cheap", 2_000);
        works("pat", 20);
        Instant evening = TUESDAY.plus(Duration.ofHours(8));

        Planner.Orders orders = planner.plan(TUESDAY);
        assertThat(queues.find(dear).orElseThrow().standing().planned()).isPresent();
        assertThat(queues.find(cheap).orElseThrow().standing().waits()).isTrue();
        assertThat(loads.latest())
                .filteredOn(load -> load.team() == Team.BILLING_DESK)
                .singleElement()
                .satisfies(load -> {
                    assertThat(load.waiting()).isEqualTo(1);
                    assertThat(load.shadowPrice()).isPositive();
                });
        assertThat(orders.fallingBack()).contains(cheap).doesNotContain(dear);
        assertThat(planner.plan(evening).fallingBack()).as("once a morning").isEmpty();

        worker.fallBack(cheap);
        RetentionCase fallen =
                cases.find(Optional.of("plan-cheap"), Optional.empty(), 1).getFirst();
        assertThat(fallen.tasks()).first().isInstanceOf(Task.Cancelled.class);
        assertThat(fallen.toDo())
                .singleElement()
                .satisfies(task -> assertThat(task.order().step().action()).isLessThan(Action.CALL));
    }

    @Test
    void inATeamThatDoesNotChooseEverybodyIsGivenSome() {
        List<UUID> tasks = List.of(billed("give-1", 4_000), billed("give-2", 4_100));
        works("pat", 300);
        works("sal", 300);
        staff.keep(
                new TeamRule(Team.BILLING_DESK, Optional.of("pat"), TeamRule.Assigning.ROUND_ROBIN, Optional.empty()),
                Optional.empty(),
                "test");

        Planner.Orders orders = planner.plan(TUESDAY.plus(DAY));
        orders.given().stream()
                .filter(gift -> tasks.contains(gift.task().task()))
                .forEach(gift -> worker.give(gift.task(), gift.team(), gift.person()));

        assertThat(tasks)
                .map(task -> queues.find(task).orElseThrow().assignee().orElseThrow())
                .isSubsetOf("pat", "sal");
        assertThat(planner.plan(TUESDAY.plus(DAY)).given())
                .extracting(gift -> gift.task().task())
                .doesNotContainAnyElementsOf(tasks);
    }

    private void works(String id, int minutes) {
        staff.keep(
                new Person(
                        id,
                        Optional.empty(),
                        Optional.empty(),
                        Set.of(Team.BILLING_DESK),
                        Skills.ALL,
                        Set.of(),
                        Map.of(),
                        minutes,
                        List.of()),
                Optional.empty(),
                "test");
    }

    /** A business whose payment failed, which the billing desk calls the same day. */
    private UUID billed(String customer, long worth) {
        ARisk risk = ARisk.of(customer).in(Segment.B2B).worth(worth).unpaid(0.5).open("payment.failed", TUESDAY);
        Arrival.Origin origin = new Arrival.Origin("risk", 3, 1, Optional.empty(), Optional.empty());
        ledger.take(List.of(new Arrival.Risk(origin, new Assessment(customer, Optional.empty(), risk.assessed()))));
        return cases.find(Optional.of(customer), Optional.empty(), 1)
                .getFirst()
                .toDo()
                .findFirst()
                .orElseThrow()
                .order()
                .id();
    }
}

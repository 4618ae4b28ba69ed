package io.vigie.retention.store;

import static io.vigie.retention.ARisk.TUESDAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vigie.events.customer.Segment;
import io.vigie.events.retention.Outcome;
import io.vigie.events.wire.Tick;
import io.vigie.retention.ARisk;
import io.vigie.retention.casework.Assessment;
import io.vigie.retention.casework.CaseDesk;
import io.vigie.retention.casework.Dossier;
import io.vigie.retention.casework.RetentionCase;
import io.vigie.retention.casework.Task;
import io.vigie.retention.policy.Parting;
import io.vigie.testkit.BackendsResource;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(BackendsResource.class)
class LedgerTest {
    @Inject
    Ledger ledger;

    @Inject
    Cases cases;

    @Inject
    Worker worker;

    @Inject
    Database database;

    @Inject
    Deeds deeds;

    @Inject
    Dossiers dossiers;

    @Inject
    CaseDesk desk;

    @Test
    void aBatchBroughtAgainAfterACrashGivesTheSameRows() {
        List<Arrival> batch = lives("crash");
        QuarkusTransaction.begin();
        ledger.take(batch);
        List<RetentionCase> lost = allOf("crash");
        QuarkusTransaction.rollback();
        assertThat(allOf("crash")).isEmpty();

        ledger.take(batch);
        List<RetentionCase> kept = allOf("crash");
        ledger.take(batch);

        assertThat(kept).hasSize(21).isEqualTo(lost).isEqualTo(allOf("crash"));
    }

    @Test
    void oneByOneGivesTheSameAsAllAtOnce() {
        ledger.take(lives("at-once"));
        lives("one-by-one").forEach(arrival -> ledger.take(List.of(arrival)));

        assertThat(told("one-by-one")).hasSize(21).isEqualTo(told("at-once"));
    }

    @Test
    void whatSomebodySaidOnLeavingIsKept() {
        ledger.take(List.of(arrival("said-1", business("said").leftAt(TUESDAY))));
        Parting parting = new Parting(TUESDAY, false, Optional.of(LocalDate.parse("2027-03-01")));

        deeds.onCustomer("said", dossier -> desk.parted(dossier, parting, "interview"));

        assertThat(dossiers.look("said").flatMap(Dossier::parting)).contains(parting);
    }

    @Test
    void whatFallsDueFiresOnce() {
        ledger.take(List.of(arrival("due-1", ARisk.of("due").open("complaint.filed", TUESDAY))));

        while (ledger.passSome(TUESDAY.plus(Duration.ofDays(8)))) {}

        assertThat(cases.find(Optional.of("due"), Optional.empty(), 10)).hasSize(1);
        assertThat(ledger.passSome(TUESDAY.plus(Duration.ofDays(8)))).isFalse();
    }

    @Test
    void oneWhoCannotBeDealtWithHoldsUpNoOther() {
        ledger.take(List.of(
                arrival("stuck-1", ARisk.of("stuck").open("complaint.filed", TUESDAY)),
                arrival("unstuck-1", ARisk.of("unstuck").open("complaint.filed", TUESDAY))));
        QuarkusTransaction.requiringNew()
                .run(() -> database.update("UPDATE dossier SET latest = '?' || latest WHERE customer = 'stuck'"));

        while (ledger.passSome(TUESDAY.plus(Duration.ofDays(8)))) {}
        assertThat(cases.find(Optional.of("unstuck"), Optional.empty(), 10)).hasSize(1);
        assertThat(cases.find(Optional.of("stuck"), Optional.empty(), 10)).isEmpty();

        QuarkusTransaction.requiringNew()
                .run(() -> database.update("UPDATE dossier SET latest = substr(latest, 2) WHERE customer = 'stuck'"));
        while (ledger.passSome(TUESDAY.plus(Duration.ofDays(8)).plus(Duration.ofHours(1)))) {}
        assertThat(cases.find(Optional.of("stuck"), Optional.empty(), 10)).hasSize(1);
    }

    @Test
    void twoInstancesAtOnceFireNothingTwice() throws Exception {
        List<Arrival> all = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            all.add(arrival("race-" + i + "/1", ARisk.of("race-" + i).open("complaint.filed", TUESDAY)));
        }
        ledger.take(all);
        Callable<Integer> instance = () -> {
            int rounds = 0;
            while (ledger.passSome(TUESDAY.plus(Duration.ofDays(9)))) {
                rounds++;
            }
            return rounds;
        };

        try (ExecutorService instances = Executors.newFixedThreadPool(2)) {
            for (Future<Integer> one : instances.invokeAll(List.of(instance, instance))) {
                one.get();
            }
        }
        while (ledger.passSome(TUESDAY.plus(Duration.ofDays(9)))) {}

        for (int i = 0; i < 60; i++) {
            assertThat(cases.find(Optional.of("race-" + i), Optional.empty(), 10))
                    .hasSize(1)
                    .allMatch(one -> one.tasks().size() == 1);
        }
    }

    @Test
    void theNextTryComesBackAtItsHourOnce() {
        ledger.take(List.of(arrival("try-1", business("try").worth(4_000).atRisk())));
        UUID task = theCaseOf("try").tasks().getFirst().order().id();
        worker.complete(task, Outcome.NOT_REACHED, "", "agent");
        Task.Snoozed next = (Task.Snoozed) theCaseOf("try").tasks().getLast();

        while (ledger.passSome(next.until())) {}

        assertThat(theCaseOf("try").tasks()).hasSize(2).last().isInstanceOf(Task.Assigned.class);
        assertThat(theCaseOf("try")).isInstanceOf(RetentionCase.InAction.class);
    }

    private RetentionCase theCaseOf(String customer) {
        return cases.find(Optional.of(customer), Optional.empty(), 1).getFirst();
    }

    @Test
    void whatThePolicyHasNoAnswerToStopsNothing() {
        List<Arrival> batch = List.of(
                arrival("odd-1", ARisk.of("odd").atRisk().in(Segment.B2B).payingIn("no-such-currency")),
                arrival("odd-2", ARisk.of("even").in(Segment.B2B).worth(4_000).atRisk()));

        assertThat(ledger.take(batch)).isEqualTo(1);
        assertThat(cases.find(Optional.of("even"), Optional.empty(), 10)).hasSize(1);
    }

    /** Ten customers who are at risk, get worse, order again and are at risk anew; with a tick in between. */
    private static List<Arrival> lives(String name) {
        List<Arrival> all = new ArrayList<>();
        for (int customer = 0; customer < 10; customer++) {
            String id = name + "-" + customer;
            all.add(arrival(id + "/1", business(id).worth(4_000).atRisk()));
            all.add(arrival(id + "/2", business(id).worth(9_000).urgent().at(TUESDAY.plusSeconds(60))));
        }
        all.add(new Arrival.TickPassed(origin(99), new Tick(name, 3, TUESDAY.plusSeconds(90))));
        for (int customer = 0; customer < 10; customer++) {
            String id = name + "-" + customer;
            all.add(arrival(
                    id + "/3", business(id).worth(9_000).movedBy("order.placed").at(TUESDAY.plusSeconds(120))));
            all.add(arrival(id + "/4", business(id).worth(9_000).urgent().at(TUESDAY.plusSeconds(180))));
        }
        all.add(arrival(name + "-x/1", business(name + "-x").worth(4_000).atRisk()));
        return all;
    }

    private List<RetentionCase> allOf(String name) {
        List<RetentionCase> all = new ArrayList<>();
        for (int customer = 0; customer < 10; customer++) {
            all.addAll(cases.find(Optional.of(name + "-" + customer), Optional.empty(), 10));
        }
        all.addAll(cases.find(Optional.of(name + "-x"), Optional.empty(), 10));
        return all;
    }

    private List<String> told(String name) {
        return allOf(name).stream()
                .map(one -> one.opening().customer().substring(name.length()) + " " + CaseStatus.of(one) + " "
                        + one.tasks().stream().map(TaskStatus::of).toList() + " "
                        + one.opening().at())
                .toList();
    }

    private static ARisk business(String id) {
        return ARisk.of(id).in(Segment.B2B);
    }

    private static Arrival arrival(String event, ARisk risk) {
        return new Arrival.Risk(origin(3), new Assessment(event, Optional.empty(), risk.assessed()));
    }

    private static Arrival.Origin origin(long position) {
        return new Arrival.Origin("risk", 3, position, Optional.empty(), Optional.empty());
    }
}

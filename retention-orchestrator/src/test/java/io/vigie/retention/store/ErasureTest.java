package io.vigie.retention.store;

import static io.vigie.retention.ARisk.TUESDAY;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vigie.events.customer.CustomerErased;
import io.vigie.events.customer.Segment;
import io.vigie.events.retention.Action;
import io.vigie.events.retention.CaseEnd;
import io.vigie.events.retention.Outcome;
import io.vigie.events.risk.RiskAssessed;
import io.vigie.events.wire.Event;
import io.vigie.events.wire.Ids;
import io.vigie.retention.ARisk;
import io.vigie.retention.Broker;
import io.vigie.retention.casework.Assessment;
import io.vigie.retention.casework.OverruleDesk;
import io.vigie.retention.casework.RetentionCase;
import io.vigie.retention.casework.Task;
import io.vigie.testkit.BackendsResource;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(BackendsResource.class)
class ErasureTest {
    private static final Instant ERASED = TUESDAY.plus(Duration.ofDays(1));

    private static final List<String> SIGNED = List.of("""
            INSERT INTO letter_batch VALUES (gen_random_uuid(), now(), 'agent-9', now(), 'agent-9')""", """
            INSERT INTO letter (text, language, customer, made_at, made_by, posted_at, posted_by)
            VALUES ('apology', 'fr', 'C-signed', now(), 'agent-9', now(), 'agent-9')""", """
            INSERT INTO visit (task_id, case_id, customer, sequence, cancelled, starts_at, ends_at, changed_by, changed_at)
            VALUES (gen_random_uuid(), gen_random_uuid(), 'C-signed', 1, false, now(), now() + interval '1 hour', 'agent-9',
                now())""", """
            INSERT INTO interview (id, customer, way, asked_at, answered_at, answered_by)
            VALUES (gen_random_uuid(), 'C-signed', 'interview', now(), now(), 'agent-9')""", """
            INSERT INTO wave VALUES ('signed', '2026-01-01', '2026-02-01', 1, 1, now(), 'agent-9')""", """
            INSERT INTO webhook_endpoint (id, url, types, wrapped, secret, made_by, made_at)
            VALUES (gen_random_uuid(), 'https://signed', '{}', 'k', 's', 'agent-9', now())""", """
            INSERT INTO go_live (id, state, made_at, made_by, days, history_days, decided_for, policy, problem)
            VALUES (gen_random_uuid(), 'failed', now(), 'agent-9', 1, 0, now(), 'p', 'none')""", """
            INSERT INTO policy_version VALUES ('signed', 'd', 'f', 'agent-9', now(), 'agent-9b', now(), 'agent-9', now(),
                now() + interval '1 year')""", """
            INSERT INTO dossier (customer, partition, last_result, last_because, last_closed_at, last_level, last_action, owner)
            VALUES ('C-signed', 0, 'saved', 'renewed', now(), 'high', 'call', 'agent-9')""");

    @Inject
    Ledger ledger;

    @Inject
    Worker worker;

    @Inject
    Cases cases;

    @Inject
    ContactCards cards;

    @Inject
    Purges purges;

    @Inject
    AuditLog audit;

    @Inject
    Held held;

    @Inject
    Database database;

    @Inject
    Broker broker;

    @Test
    void ofWhoIsErasedOnlyRowsThatCountAreLeft() {
        ledger.take(List.of(atRisk("C-gone", 1)));
        worker.complete(taskOf("C-gone"), Outcome.REACHED, "Mrs Gone is moving to Lyon", "agent-7");
        worker.overrule(
                "C-gone",
                new OverruleDesk.Choice(
                        Optional.of(Action.LETTER), Optional.empty(), "lead-2", "Mrs Gone wants to be written to"));
        QuarkusTransaction.requiringNew()
                .run(() -> audit.note(
                        Instant.now(),
                        "lead-2",
                        "refused: discount",
                        "task/" + taskOf("C-gone"),
                        "Mrs C-gone has had it"));
        ledger.take(List.of(new Arrival.Unreadable(origin("C-gone", 2), "rubbish")));
        cards.keep(List.of(Broker.customer("""
                {"id": "C-gone", "time": "2026-03-01T00:00:00Z", "name": "Mrs Gone", "parent": "C-gone-group"}""")));
        assertThat(tablesThatSay("C-gone"))
                .contains("dossier", "retention_case", "task", "inbox", "contact_card", "unreadable", "audit");

        assertThat(held.on("C-gone").get("tasks").toString())
                .contains("Mrs Gone is moving to Lyon")
                .as("who did it is somebody else's data")
                .doesNotContain("agent-7");
        assertThat(held.on("C-gone").get("decisions").toString())
                .contains("Mrs Gone wants to be written to")
                .doesNotContain("lead-2");

        ledger.take(List.of(erased("C-gone", "e-1", 3)));

        assertThat(held.on("C-gone").values())
                .allSatisfy(rows -> assertThat(rows).isEmpty());
        String nobody = Ids.derived("e-1", "anonymous").toString();
        assertThat(tablesThatSay("C-gone")).isEmpty();
        assertThat(cases.find(Optional.of(nobody), Optional.empty(), 9))
                .singleElement()
                .isInstanceOfSatisfying(RetentionCase.Closed.class, closed -> {
                    assertThat(closed.because()).isEqualTo(CaseEnd.ERASED);
                    assertThat(closed.done()).extracting(Task.Done::note).containsOnly("");
                });
        assertThat(cases.riskOf(nobody, 9)).hasSize(1);
        assertThat(cards.find("C-gone")).isEmpty();
    }

    @Test
    void whateverTableKnowsACustomerIsGivenToThemUnlessEventsSayAsMuch() {
        List<String> worked = List.of("dossier", "inbox", "deadline", "contact_card", "customer_key");

        assertThat(inTransaction(
                        "SELECT table_name AS subject FROM information_schema.columns"
                                + " WHERE table_schema = current_schema() AND column_name = ?",
                        "customer"))
                .contains("task", "letter")
                .allMatch(table -> Held.gives(table) || worked.contains(table));
    }

    @Test
    void theClosingIsToldBeforeTheErasure() {
        ledger.take(List.of(atRisk("told", 1)));

        ledger.take(List.of(erased("told", "e-told", 2)));

        List<Event<?>> told = broker.toldOf("told", 5);
        assertThat(told)
                .extracting(Event::type)
                .containsExactly(
                        "vigie.case.opened",
                        "vigie.task.assigned",
                        "vigie.task.cancelled",
                        "vigie.case.closed",
                        "vigie.customer.erased");
        assertThat(told.getLast().id()).isEqualTo("e-told");
        assertThat(told.getLast().data()).isEqualTo(new CustomerErased(ERASED));
    }

    @Test
    void broughtAgainAfterACrashItLeavesTheStrangerAlone() {
        List<Arrival> batch = List.of(
                atRisk("anew", 1),
                erased("anew", "e-anew", 2),
                risk(
                        "anew-3",
                        3,
                        business("anew").at(ERASED.plus(Duration.ofDays(1))).assessed()));
        ledger.take(batch);
        List<RetentionCase> before = casesOf("anew");

        ledger.take(batch);

        assertThat(before).hasSize(1);
        assertThat(casesOf("anew")).isEqualTo(before);
        assertThat(cases.find(Optional.of(Ids.derived("e-anew", "anonymous").toString()), Optional.empty(), 9))
                .hasSize(1);
    }

    @Test
    void aCardOfTheStrangerThatCameFirstStays() {
        cards.keep(List.of(Broker.customer("""
                {"id": "early", "time": "2026-03-05T00:00:00Z", "name": "Somebody else"}""")));

        ledger.take(List.of(erased("early", "e-early", 1)));

        assertThat(cards.find("early")).isPresent();
    }

    @Test
    void whatHasBeenKeptLongEnoughIsForgottenOnceADayAndReported() {
        ledger.take(List.of(atRisk("old", 1)));
        worker.complete(taskOf("old"), Outcome.NOT_REACHED, "rang twice", "agent-7");
        for (int again = 0; again < 3; again++) {
            worker.complete(toDoOf("old"), Outcome.NOT_REACHED, "rang again", "agent-7");
        }
        audit.note(
                Instant.now(),
                "agent-7",
                "assign",
                "person/agent-7",
                "letter-desk " + audit.naming("agent-7", Instant.now()));
        assertThat(audit.lines("person/agent-7", Long.MAX_VALUE, 1))
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.who()).isEqualTo("agent-7");
                    assertThat(line.subject()).isEqualTo("person/agent-7");
                    assertThat(line.because()).contains("letter-desk agent-7");
                });
        assertThat(tablesWithARowThatSays("agent-7")).doesNotContain("audit");
        Instant inTwoYears = Instant.now().plus(Duration.ofDays(730));

        assertThat(purges.purge(inTwoYears))
                .filteredOn(purge -> List.of("notes", "agents", "inbox").contains(purge.subject()))
                .hasSize(3)
                .allSatisfy(purge -> assertThat(purge.removed()).isPositive());

        assertThat(casesOf("old").getFirst().done()).allSatisfy(done -> {
            assertThat(done.note()).isEmpty();
            assertThat(done.by()).isEqualTo(done.order().step().team().word());
        });
        // what is told stands in the outbox for as long as it is not published
        await().untilAsserted(
                        () -> assertThat(tablesWithARowThatSays("agent-7")).isEmpty());
        assertThat(audit.lines("task/", Long.MAX_VALUE, 9))
                .filteredOn(line -> line.deed().equals("complete"))
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line.who()).matches("@[0-9a-f]{8}"));
        assertThat(purges.purge(inTwoYears.plus(Duration.ofHours(2)))).isEmpty();
        assertThat(purges.latest(20)).extracting(Purges.Purge::subject).contains("ticks", "unreadable");
    }

    @Test
    void ofWhoDidItIsInTheEndOnlySaidWhatTheyWere() {
        Instant inTwoYears = Instant.now().plus(Duration.ofDays(730));
        QuarkusTransaction.begin();
        try {
            SIGNED.forEach(database::update);
            Names.FORGOTTEN.forEach(statement -> database.update(statement, inTwoYears));
            assertThat(tablesNaming("agent-9")).isEmpty();
        } finally {
            QuarkusTransaction.rollback();
        }
    }

    @Test
    void whoseACustomerIsStaysKnownWhileACaseOfTheirsIsOpen() {
        ledger.take(List.of(atRisk("owned", 1)));
        QuarkusTransaction.begin();
        try {
            database.update("UPDATE dossier SET owner = 'agent-8', last_result = 'saved', last_because = 'renewed',"
                    + " last_closed_at = now(), last_level = 'high', last_action = 'call' WHERE customer = 'owned'");
            Instant inTwoYears = Instant.now().plus(Duration.ofDays(730));
            Names.FORGOTTEN.forEach(statement -> database.update(statement, inTwoYears));
            assertThat(tablesNaming("agent-8")).containsExactly("dossier");
        } finally {
            QuarkusTransaction.rollback();
        }
    }

    /** Looks into every text of every table, so that a table added later is looked into as well. */
    private List<String> tablesThatSay(String customer) {
        await().untilAsserted(() -> assertThat(inTransaction("SELECT subject FROM outbox WHERE subject = ?", customer))
                .isEmpty());
        return tablesWithARowThatSays(customer);
    }

    private List<String> tablesWithARowThatSays(String text) {
        return QuarkusTransaction.requiringNew().call(() -> tablesNaming(text));
    }

    private List<String> tablesNaming(String text) {
        return database.rows("""
                SELECT table_name AS subject FROM information_schema.tables
                WHERE table_schema = current_schema() AND table_type = 'BASE TABLE'
                    AND query_to_xml(format('SELECT * FROM %I t WHERE strpos(t::text, %L) > 0', table_name, ?::text),
                        false, false, '')::text LIKE '%<row>%'""", row -> row.text("subject"), text);
    }

    private List<String> inTransaction(String sql, String value) {
        return QuarkusTransaction.requiringNew().call(() -> database.rows(sql, row -> row.text("subject"), value));
    }

    private List<RetentionCase> casesOf(String customer) {
        return cases.find(Optional.of(customer), Optional.empty(), 9);
    }

    private UUID taskOf(String customer) {
        return casesOf(customer).getFirst().tasks().getFirst().order().id();
    }

    private UUID toDoOf(String customer) {
        return casesOf(customer)
                .getFirst()
                .toDo()
                .findFirst()
                .orElseThrow()
                .order()
                .id();
    }

    private static Arrival atRisk(String customer, long position) {
        return risk(
                Ids.derived(customer, "risk " + position).toString(),
                position,
                business(customer).assessed());
    }

    private static Arrival risk(String event, long position, RiskAssessed risk) {
        Optional<ByteBuffer> json = Optional.of(UTF_8.encode(Json.of(risk)));
        return new Arrival.Risk(
                new Arrival.Origin("risk", 3, position, Optional.of(risk.customer()), json),
                new Assessment(event, Optional.empty(), risk));
    }

    private static ARisk business(String customer) {
        return ARisk.of(customer).in(Segment.B2B).worth(4_000).atRisk();
    }

    private static Arrival erased(String customer, String event, long position) {
        return new Arrival.Erased(origin(customer, position), event, customer, ERASED);
    }

    private static Arrival.Origin origin(String customer, long position) {
        return new Arrival.Origin(
                "risk", 3, position, Optional.of(customer), Optional.of(ByteBuffer.wrap(new byte[] {1})));
    }
}

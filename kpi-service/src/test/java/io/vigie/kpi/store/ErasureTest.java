package io.vigie.kpi.store;

import static io.vigie.kpi.History.life;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vigie.events.customer.CustomerErased;
import io.vigie.events.risk.RiskLevel;
import io.vigie.events.wire.Event;
import io.vigie.events.wire.Topic;
import io.vigie.kpi.Company;
import io.vigie.kpi.Facts;
import io.vigie.kpi.History;
import io.vigie.kpi.measure.Kpis;
import io.vigie.kpi.measure.Period;
import io.vigie.testkit.BackendsResource;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(BackendsResource.class)
class ErasureTest {
    private static final Period QUARTER = new Period(History.at("2025-01-01"), History.at("2025-04-01"));
    private static final Instant ERASED = History.at("2025-05-01");
    private static final List<Topic> TOPICS = List.of(Topic.SIGNALS, Topic.RISK, Topic.RETENTION);
    private static final List<String> CUSTOMERS =
            List.of("stays", "chooses", "unpaid", "dies", "new", "returns", "rewritten");

    @Inject
    Ledger ledger;

    @Inject
    Measures measures;

    @Inject
    Purges purges;

    @Inject
    Facts facts;

    private final List<Delivery> delivered = new ArrayList<>();

    @BeforeEach
    void nothingIsKnown() {
        facts.forget();
    }

    @Test
    void everyMeasureStaysAsItWasAndNobodyIsTold() {
        tell(Company.firstQuarter());
        deliver(unreadable("stays"));
        Kpis before = measures.of(QUARTER);

        CUSTOMERS.forEach(this::erase);

        assertThat(measures.of(QUARTER)).isEqualTo(before);
        assertThat(facts.customers()).isNotEmpty().doesNotContainAnyElementsOf(CUSTOMERS);
        assertThat(facts.count("unreadable")).isZero();
    }

    @Test
    void toldAgainFromTheStartNothingChanges() {
        tell(Company.firstQuarter());
        Kpis before = measures.of(QUARTER);
        CUSTOMERS.forEach(this::erase);

        ledger.keep(List.copyOf(delivered));
        delivered.forEach(delivery -> ledger.keep(List.of(delivery)));

        assertThat(measures.of(QUARTER)).isEqualTo(before);
        assertThat(facts.customers()).doesNotContainAnyElementsOf(CUSTOMERS);
    }

    @Test
    void aStrangerUnderTheSameIdStaysWhoTheyAre() {
        tell(Company.firstQuarter());
        erase("stays");
        tell(new History()
                .assessed("stays", "2025-05-02", RiskLevel.WATCH, 7, life(1, "2025-05-02"))
                .signal("stays", "2025-05-02", "complaint.filed", Optional.empty()));
        Kpis before = measures.of(new Period(History.at("2025-01-01"), History.at("2025-06-01")));

        ledger.keep(List.copyOf(delivered));

        assertThat(measures.of(new Period(History.at("2025-01-01"), History.at("2025-06-01"))))
                .isEqualTo(before);
        assertThat(facts.customers()).contains("stays");
        assertThat(before.newCustomers()).isEqualTo(3);
    }

    @Test
    void whoObjectsIsACustomerWithoutALevel() {
        tell(new History()
                .assessed("a", "2025-01-02", RiskLevel.URGENT, 7, life(1, "2025-01-02"))
                .objecting("a", "2025-01-03", life(1, "2025-01-02")));

        Kpis kpis = measures.of(QUARTER);

        assertThat(kpis.customersAtEnd()).isEqualTo(1);
        assertThat(kpis.customersNotScored()).isEqualTo(1);
        assertThat(kpis.customersByLevel())
                .allSatisfy((_, count) -> assertThat(count).isZero());
    }

    @Test
    void whatHasBeenKeptLongEnoughIsForgottenOnceADayAndReported() {
        deliver(unreadable("c"));
        Instant later = Instant.now().plus(Duration.ofDays(31));

        assertThat(purges.purge(later))
                .filteredOn(purge -> purge.subject().equals("unreadable"))
                .singleElement()
                .satisfies(purge -> assertThat(purge.removed()).isEqualTo(1));
        assertThat(purges.purge(later.plus(Duration.ofHours(1)))).isEmpty();
        assertThat(purges.latest(10)).extracting(Purges.Purge::subject).contains("unreadable", "ticks");
        assertThat(facts.count("unreadable")).isZero();
    }

    private void tell(History history) {
        history.events().forEach(sent -> deliver(sent.topic(), sent.event()));
    }

    private void erase(String customer) {
        for (Topic topic : TOPICS) {
            deliver(
                    topic,
                    Event.of(
                            "erased-" + customer,
                            "/vigie/signal-ingest",
                            customer,
                            ERASED,
                            new CustomerErased(ERASED)));
        }
    }

    private void deliver(Topic topic, Event<?> event) {
        deliver(new Delivery(
                topic,
                0,
                delivered.size(),
                Optional.of(event.subject()),
                Optional.empty(),
                new Delivery.Reading.Read(event)));
    }

    private void deliver(Delivery delivery) {
        delivered.add(delivery);
        ledger.keep(List.of(delivery));
    }

    private Delivery unreadable(String customer) {
        return new Delivery(
                Topic.SIGNALS,
                0,
                delivered.size(),
                Optional.of(customer),
                Optional.of(ByteBuffer.wrap(new byte[] {1})),
                new Delivery.Reading.Unread("rubbish"));
    }
}

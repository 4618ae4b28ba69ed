package io.vigie.retention.stream;

import static io.restassured.RestAssured.given;
import static io.vigie.retention.ARisk.TUESDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vigie.events.customer.Segment;
import io.vigie.events.retention.TaskAssigned;
import io.vigie.events.wire.Event;
import io.vigie.events.wire.EventCodec;
import io.vigie.events.wire.Tick;
import io.vigie.events.wire.Topic;
import io.vigie.retention.ARisk;
import io.vigie.retention.Broker;
import io.vigie.retention.store.ContactCard;
import io.vigie.retention.store.ContactCards;
import io.vigie.testkit.BackendsResource;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(BackendsResource.class)
class FeedTest {
    @Inject
    Broker broker;

    @Inject
    ContactCards cards;

    @Inject
    MeterRegistry metrics;

    @Inject
    DataSource source;

    @Test
    void fromRiskToTaskIsALookup() {
        broker.tells("risk-1", aBusiness("from-risk"));

        List<Event<?>> told = broker.toldOf("from-risk", 2);
        assertThat(told).extracting(Event::type).containsExactly("vigie.case.opened", "vigie.task.assigned");
        assertThat(told).extracting(Event::causedBy).containsOnly(Optional.of("risk-1"));
        assertThat(told).extracting(Event::receivedAt).containsOnly(Optional.of(Instant.parse("2026-03-03T10:00:01Z")));
        assertThat(told.getLast().data())
                .isInstanceOfSatisfying(TaskAssigned.class, task -> assertThat(task.receivedAt())
                        .isPresent());
    }

    @Test
    void duplicatesOfARiskChangeNothing() {
        for (int i = 0; i < 3; i++) {
            broker.tells("risk-d", aBusiness("twice"));
        }
        broker.tells("risk-e", aBusiness("after-twice"));

        assertThat(broker.toldOf("after-twice", 2)).hasSize(2);
        assertThat(broker.toldOf("twice", 2)).hasSize(2);
        given().auth()
                .preemptive()
                .basic("agent", "agent")
                .queryParam("customer", "twice")
                .get("/cases")
                .then()
                .statusCode(200)
                .body("", hasSize(1));
    }

    @Test
    void whatCannotBeReadIsKeptAndStopsNothing() {
        double before = metrics.counter("vigie.retention.unreadable").count();
        broker.tellsRubbish("rubbish");
        broker.tells("risk-after", aBusiness("rubbish"));

        assertThat(broker.toldOf("rubbish", 2)).hasSize(2);
        await().untilAsserted(() -> assertThat(
                        metrics.counter("vigie.retention.unreadable").count())
                .isEqualTo(before + 1));
    }

    @Test
    void whatTheDatabaseCannotHoldIsKeptAsideAndStopsNobodyElse() {
        double before = metrics.counter("vigie.retention.unreadable").count();
        broker.tells("risk-nul", aBusiness("nul\0name"));
        broker.tells("risk-far", aBusiness("far").at(Instant.parse("+400000-01-01T00:00:00Z")));
        broker.tells("risk-after-far", aBusiness("far"));
        broker.tells("risk-after-nul", aBusiness("nul"));

        assertThat(broker.toldOf("far", 2)).hasSize(2);
        assertThat(broker.toldOf("nul", 2)).hasSize(2);
        await().untilAsserted(() -> assertThat(
                        metrics.counter("vigie.retention.unreadable").count())
                .isEqualTo(before + 2));
    }

    @Test
    void aCardGoesWithTheErasureAndAStrangersComesAfterIt() {
        broker.tellsEnciphered(Broker.customer("""
                {"id": "card", "time": "2026-03-01T00:00:00Z", "name": "Before"}"""));
        await().untilAsserted(() -> assertThat(nameOf("card")).hasValue("Before"));

        broker.erasesOn(Topic.CUSTOMERS, "e-card", "card", TUESDAY);
        await().untilAsserted(() -> assertThat(cards.find("card")).isEmpty());
        broker.tellsEnciphered(Broker.customer("""
                {"id": "card", "time": "2026-03-09T00:00:00Z", "name": "After"}"""));

        await().untilAsserted(() -> assertThat(nameOf("card")).hasValue("After"));
    }

    private Optional<String> nameOf(String customer) {
        return cards.find(customer).flatMap(ContactCard::name);
    }

    @Test
    void aTickPassesThoughSomebodyCannotBeDealtWith() throws SQLException {
        broker.tells("risk-tick-bad", ARisk.of("tick-bad").open("complaint.filed", TUESDAY));
        broker.tells("risk-tick-good", ARisk.of("tick-good").open("complaint.filed", TUESDAY));
        sql("ALTER TABLE task ADD CONSTRAINT not_this_one CHECK (customer <> 'tick-bad') NOT VALID");
        try {
            broker.ticks("r-bad", TUESDAY.plus(Duration.ofDays(8)));

            assertThat(broker.toldOf("tick-good", 2)).hasSize(2);
        } finally {
            sql("ALTER TABLE task DROP CONSTRAINT not_this_one");
        }
    }

    private void sql(String statement) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement doing = connection.createStatement()) {
            doing.execute(statement);
        }
    }

    @Test
    void aTickFiresWhatFallsDueAndGoesOnToTheSamePartition() {
        broker.tells("risk-c", ARisk.of("complains").open("complaint.filed", TUESDAY));
        broker.ticks("r1", TUESDAY.plus(Duration.ofDays(8)));

        var records = broker.told(all -> all.stream().filter(FeedTest::isTick).count() == Topic.PARTITIONS);
        assertThat(records).filteredOn(FeedTest::isTick).allSatisfy(record -> {
            Tick tick = (Tick) EventCodec.read(record).data();
            assertThat(record.partition()).isEqualTo(tick.partition());
            assertThat(tick.time()).isEqualTo(TUESDAY.plus(Duration.ofDays(8)));
        });
        assertThat(broker.toldOf("complains", 2))
                .extracting(Event::time)
                .containsOnly(TUESDAY.plus(Duration.ofDays(7)));
        given().auth()
                .preemptive()
                .basic("agent", "agent")
                .get("/ticks/r1")
                .then()
                .body("passed", equalTo(12))
                .body("of", equalTo(12));
    }

    private static boolean isTick(ConsumerRecord<String, byte[]> record) {
        return EventCodec.read(record).data() instanceof Tick tick && tick.run().equals("r1");
    }

    private static ARisk aBusiness(String customer) {
        return ARisk.of(customer).in(Segment.B2B).worth(4_000).atRisk();
    }
}

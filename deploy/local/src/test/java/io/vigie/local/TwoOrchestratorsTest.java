package io.vigie.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.events.retention.CaseClosed;
import io.vigie.events.retention.CaseOpened;
import io.vigie.events.retention.NoActionDecided;
import io.vigie.events.retention.TaskAssigned;
import io.vigie.events.retention.TaskCancelled;
import io.vigie.events.retention.TaskCompleted;
import io.vigie.events.wire.Topic;
import io.vigie.local.bench.CompanyRisks;
import io.vigie.local.fleet.Fleet;
import io.vigie.local.fleet.FleetPlan;
import io.vigie.local.fleet.Pace;
import io.vigie.local.fleet.Ports;
import io.vigie.local.fleet.Service;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two live orchestrators on one database: one is killed, the database crashes, and it shows nowhere. */
class TwoOrchestratorsTest {
    private static final String PREFIX = "two";
    private static final long EVENTS = Long.getLong("vigie.events", 5_000);
    private static final int CUSTOMERS = (int) Math.max(1, EVENTS / 10);
    /** Recent enough to be acted on; many of the deadlines that follow have passed by now. */
    private static final Duration BEGUN = Duration.ofHours(150);

    private static final Duration ENDED = Duration.ofHours(6);
    private static final Duration PATIENCE = Duration.ofMinutes(2).plusMillis(EVENTS * 20);

    private static final String MESSAGES_TO_SEND =
            "task WHERE action = 'message' AND status = 'assigned' AND (team = 'automatic' OR (owed AND team <> 'letter-desk'))";

    @TempDir
    private Path folder;

    @Test
    void oneKilledAndTheDatabaseCrashedLoseNothingAndDoNothingTwice() throws SQLException {
        try (Fleet fleet = Fleet.start(orchestrator())) {
            Witness witness = new Witness(() -> fleet.connect(Service.RETENTION_ORCHESTRATOR));
            Fleet second = fleet.oneMore(Service.RETENTION_ORCHESTRATOR);
            send(fleet.kafka());

            until(() -> witness.count("inbox") >= EVENTS / 4);
            second.kill(Service.RETENTION_ORCHESTRATOR);
            until(() -> witness.count("inbox") >= EVENTS / 2);
            fleet.crashDatabase();
            until(() -> witness.count("inbox") >= EVENTS * 3 / 4);
            second.restart(Service.RETENTION_ORCHESTRATOR);
            until(() -> witness.count("inbox") == EVENTS);
            Instant allIn = Instant.now();
            until(() -> witness.count("deadline WHERE due <= '" + allIn + "'") == 0
                    && witness.count(MESSAGES_TO_SEND) == 0);
            second.stop(Service.RETENTION_ORCHESTRATOR);
            fleet.stop(Service.RETENTION_ORCHESTRATOR);
            while (witness.count("outbox") > 0) {
                // something fell due at the last moment
                fleet.restart(Service.RETENTION_ORCHESTRATOR);
                until(() -> witness.count("outbox") == 0);
                fleet.stop(Service.RETENTION_ORCHESTRATOR);
            }

            assertThat(witness.faults(allIn)).isEmpty();
            assertThat(witness.count("witness.watched WHERE stage = 'late'")).isPositive();
            agree(witness, Published.on(fleet.kafka(), Topic.RETENTION.under(PREFIX)));
        }
    }

    /** What was published is what the tables hold, of each customer in the order in which it happened. */
    private static void agree(Witness witness, Published published) {
        assertThat(published.byCustomer()).isEqualTo(witness.told());
        Map<Class<?>, String> kept = Map.of(
                CaseOpened.class, "SELECT id FROM retention_case",
                CaseClosed.class, "SELECT id FROM retention_case WHERE closed_at IS NOT NULL",
                TaskAssigned.class, "SELECT id FROM task",
                TaskCompleted.class, "SELECT id FROM task WHERE status = 'done'",
                TaskCancelled.class, "SELECT id FROM task WHERE status = 'cancelled'",
                NoActionDecided.class, "SELECT event_id FROM no_action");
        kept.forEach((kind, query) -> assertThat(published.ofWhat(kind))
                .as(kind.getSimpleName())
                .isNotEmpty()
                .isEqualTo(witness.ids(query)));
    }

    private static void send(String kafka) {
        Instant since = Instant.now().minus(BEGUN);
        CompanyRisks risks =
                new CompanyRisks(CUSTOMERS, since, BEGUN.minus(ENDED).dividedBy(EVENTS));
        try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka), new StringSerializer(), new ByteArraySerializer())) {
            for (long number = 0; number < EVENTS; number++) {
                var unused = producer.send(risks.record(PREFIX, number));
            }
        }
    }

    private static void until(BooleanSupplier reached) {
        // the database may be away just now
        Awaitility.await()
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(200))
                .ignoreExceptions()
                .until(reached::getAsBoolean);
    }

    private FleetPlan orchestrator() {
        Map<String, String> settings = Map.of(
                "vigie.prefix",
                PREFIX,
                "vigie.api-policy",
                "permit",
                "smallrye.config.mapping.validate-unknown",
                "false");
        return new FleetPlan(
                Place.here().home(),
                folder,
                Ports.freeBase(),
                settings,
                Map.of(),
                List.of(Service.RETENTION_ORCHESTRATOR),
                Pace.SHORT_RUN);
    }
}

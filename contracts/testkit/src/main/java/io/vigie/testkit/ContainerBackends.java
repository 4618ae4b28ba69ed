package io.vigie.testkit;

import io.vigie.embedded.EmbeddedDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.PostgreSQLContainer;
import org.testcontainers.kafka.KafkaContainer;

/** The images that a deployment runs, so that the same tests can be held against them. */
final class ContainerBackends implements RunningBackends {
    private static final String KAFKA = "apache/kafka:4.1.1";
    private static final String POSTGRES = "postgres:18";

    private final Lazy<KafkaContainer> kafka = new Lazy<>(ContainerBackends::startedKafka);
    private final Lazy<PostgreSQLContainer<?>> server = new Lazy<>(ContainerBackends::startedPostgres);

    private ContainerBackends() {}

    /** @throws IllegalStateException when no Docker engine answers */
    static ContainerBackends onDocker() {
        if (!DockerClientFactory.instance().isDockerAvailable()) {
            throw new IllegalStateException("vigie.backends=containers needs a Docker engine and none answers; "
                    + "start one, or leave vigie.backends at embedded");
        }
        return new ContainerBackends();
    }

    @Override
    public KafkaBackend kafka() {
        return new KafkaBackend(kafka.get().getBootstrapServers());
    }

    @Override
    public DatabaseBackend database(String name) {
        PostgreSQLContainer<?> running = server.get();
        try (Connection connection = running.createConnection("")) {
            EmbeddedDatabase.createDatabase(connection, name);
        } catch (SQLException refused) {
            throw new IllegalStateException("the database " + name + " could not be created", refused);
        }
        String url = "jdbc:postgresql://%s:%d/%s"
                .formatted(running.getHost(), running.getMappedPort(PostgreSQLContainer.POSTGRESQL_PORT), name);
        return new DatabaseBackend(url, running.getUsername(), running.getPassword());
    }

    @Override
    public void close() {
        kafka.ifStarted(KafkaContainer::stop);
        server.ifStarted(PostgreSQLContainer::stop);
    }

    private static KafkaContainer startedKafka() {
        KafkaContainer container = new KafkaContainer(KAFKA)
                .withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false")
                .withEnv("KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS", "0")
                .withEnv("KAFKA_MESSAGE_MAX_BYTES", Integer.toString(3 * 1024 * 1024));
        container.start();
        return container;
    }

    private static PostgreSQLContainer<?> startedPostgres() {
        PostgreSQLContainer<?> container = new PostgreSQLContainer<>(POSTGRES);
        container.start();
        return container;
    }
}

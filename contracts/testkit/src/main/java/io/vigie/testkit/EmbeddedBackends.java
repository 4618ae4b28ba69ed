package io.vigie.testkit;

import io.vigie.embedded.BackendOptions;
import io.vigie.embedded.EmbeddedDatabase;
import io.vigie.embedded.EmbeddedKafka;

/** Backends that need nothing installed: a broker in this JVM and a database server beside it. */
final class EmbeddedBackends implements RunningBackends {
    private final Lazy<EmbeddedKafka> kafka = new Lazy<>(() -> EmbeddedKafka.start(BackendOptions.thrownAway()));
    private final Lazy<EmbeddedDatabase> server = new Lazy<>(() -> EmbeddedDatabase.start(BackendOptions.thrownAway()));

    @Override
    public KafkaBackend kafka() {
        return new KafkaBackend(kafka.get().bootstrapServers());
    }

    @Override
    public DatabaseBackend database(String name) {
        EmbeddedDatabase running = server.get();
        running.createDatabase(name);
        return new DatabaseBackend(running.jdbcUrl(name), running.user(), running.password());
    }

    @Override
    public void close() {
        kafka.ifStarted(EmbeddedKafka::close);
        server.ifStarted(EmbeddedDatabase::close);
    }
}

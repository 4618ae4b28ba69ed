package io.vigie.local.fleet;

import io.vigie.events.Word;
import java.net.URI;

/** The four services, in the order in which they are started. */
public enum Service implements Word {
    SIGNAL_INGEST(0),
    RISK_SCORER(1),
    RETENTION_ORCHESTRATOR(2),
    KPI_SERVICE(3);

    private final int afterBase;

    Service(int afterBase) {
        this.afterBase = afterBase;
    }

    /** Whether it keeps a database of its own; the scorer keeps its state in Kafka Streams. */
    boolean keepsDatabase() {
        return this != RISK_SCORER;
    }

    /** Whether it must be given the master key: it enciphers what is personal, or shows it to who makes contact. */
    boolean readsPersonalData() {
        return this == SIGNAL_INGEST || this == RETENTION_ORCHESTRATOR;
    }

    String database() {
        return word().replace('-', '_');
    }

    /** Its address where the four stand side by side from a base port. */
    public URI at(int basePort) {
        return URI.create("http://127.0.0.1:" + port(basePort));
    }

    int port(int basePort) {
        return basePort + afterBase;
    }
}

package io.vigie.embedded;

import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Hushes the servers, which narrate at such length that nothing else can be read beside them. */
public final class ServerLogs {
    private static final Map<String, Level> LEVELS = Map.of(
            "kafka", Level.WARNING,
            "org.apache.kafka", Level.WARNING,
            "state.change.logger", Level.WARNING,
            "io.zonky", Level.WARNING,
            // these warn of what is usual: a first start and a stop
            "org.apache.kafka.controller.QuorumController", Level.SEVERE,
            "org.apache.kafka.clients.NetworkClient", Level.SEVERE);

    /** Only a logger that someone holds keeps its level. */
    private static final List<Logger> HUSHED =
            LEVELS.keySet().stream().map(Logger::getLogger).toList();

    private ServerLogs() {}

    /** Lets through only what went wrong, where logging ends in java.util.logging. */
    public static void hush() {
        HUSHED.forEach(logger -> logger.setLevel(LEVELS.get(logger.getName())));
    }
}

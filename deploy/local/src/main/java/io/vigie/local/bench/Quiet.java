package io.vigie.local.bench;

import java.util.logging.Level;
import java.util.logging.Logger;

/** What the Kafka clients of a bench tell of themselves is not what anybody wants to read there. */
final class Quiet {
    /** Held, since the logging system forgets levels of loggers that nobody holds. */
    private static final Logger CLIENTS = Logger.getLogger("org.apache.kafka");

    private Quiet() {}

    static void clients() {
        CLIENTS.setLevel(Level.WARNING);
    }
}

package io.vigie.ingest;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Every key that signal-ingest can be set by, beside Quarkus' own. */
@ConfigMapping(prefix = "vigie")
public interface IngestSettings {
    /** What the names of all topics begin with; a replay has its own. */
    @WithDefault("vigie")
    String prefix();

    /** Whether time is the wall clock's (live) or the signals' own (replay). */
    @WithDefault("live")
    Mode mode();

    /** A folder of signal types added to the shipped catalogue, one YAML file each. */
    Optional<Path> catalogue();

    /** A folder of source folders added to the shipped ones; a name that ships is replaced; changes hold at once. */
    Optional<Path> sources();

    /** How many brokers hold each topic that is created at start. */
    @WithDefault("1")
    short topicReplicas();

    /** How long an answer waits for the broker's acknowledgement before it is 503. */
    @WithDefault("10s")
    Duration ackTimeout();

    /** Whose time counts. */
    enum Mode {
        LIVE,
        REPLAY
    }
}

package io.vigie.retention;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/** Every key that retention-orchestrator can be set by, beside Quarkus' own. */
@ConfigMapping(prefix = "vigie")
public interface RetentionSettings {
    /** What the names of all topics begin with; a replay has its own. */
    @WithDefault("vigie")
    String prefix();

    /** Whether deadlines run on the wall clock (live) or on the events' own time (replay). */
    @WithDefault("live")
    Mode mode();

    /** Nothing before this instant opens a case; unset, there is no such bound. */
    Optional<Instant> goLive();

    /** The company's zone: business hours and days are counted in it. */
    @WithDefault("Europe/Paris")
    ZoneId zone();

    /** A folder of signal types added to the shipped catalogue; only their names for screens are used here. */
    Optional<Path> catalogue();

    /** A folder with the company's own default.dmn and policy.yaml; what it lacks is taken from those shipped. */
    Optional<Path> policy();

    /** How many brokers hold each topic that is created at start. */
    @WithDefault("1")
    short topicReplicas();

    /** Where pages of other services are. */
    Links links();

    /** Where pages of other services are. */
    interface Links {
        /** The scorer, as a browser reaches it. */
        @WithDefault("http://localhost:8082")
        String scorer();
    }

    /** Whose time counts. */
    enum Mode {
        LIVE,
        REPLAY
    }
}

package io.vigie.kpi;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;

/** The settings of this service. */
@ConfigMapping(prefix = "vigie")
public interface KpiConfig {
    /** What all topics' names begin with. */
    @WithDefault("vigie")
    String prefix();

    /** Whether now is the wall clock's ({@code live}) or the newest event's ({@code replay}). */
    @WithDefault("live")
    Mode mode();

    /** The company's zone: a date in a period begins at its midnight there. */
    @WithDefault("Europe/Paris")
    ZoneId zone();

    /** A folder of signal types that the company adds to those shipped. */
    Optional<Path> catalogue();

    /** How many brokers keep each topic this service has to create. */
    @WithDefault("1")
    short topicReplicas();

    /** How long what is kept here is kept. */
    Keep keep();

    /** How long what is kept here is kept; where there is no default, for ever unless set. */
    interface Keep {
        /** What could not be read, with its bytes. */
        @WithDefault("30d")
        Duration unreadable();

        /** Ticks of replays. */
        @WithDefault("30d")
        Duration ticks();

        /** Reports of what was forgotten. */
        @WithDefault("1095d")
        Duration purges();

        /** What signals complained of, which causes are counted from. */
        Optional<Duration> signals();

        /** Cases, tasks and decisions not to act. */
        Optional<Duration> work();
    }

    /** Where time comes from. */
    enum Mode {
        LIVE,
        REPLAY
    }
}

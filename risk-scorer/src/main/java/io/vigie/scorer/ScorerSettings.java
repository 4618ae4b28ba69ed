package io.vigie.scorer;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Optional;

/** What can be set on the scorer. */
@ConfigMapping(prefix = "vigie")
public interface ScorerSettings {
    /** What the topics' names start with. */
    @WithDefault("vigie")
    String prefix();

    /** Whether time is the wall clock's, or the signals' own. */
    @WithDefault("live")
    Mode mode();

    /** The company's zone, in which orders fall on days. */
    @WithDefault("Europe/Paris")
    ZoneId zone();

    /** Host and port under which other instances reach this one; to be set where there are several. */
    @WithDefault("localhost:8082")
    String self();

    /** A folder of signal types to add to those that ship. */
    Optional<Path> catalogue();

    /** A scorecard to use in place of the one that ships. */
    Optional<Path> scorecard();

    /** How many brokers keep each topic. */
    @WithDefault("1")
    @WithName("topic-replicas")
    short topicReplicas();

    /** When an assessment is worth telling. */
    Tell tell();

    /** When an assessment is worth telling. */
    interface Tell {
        /** A signal that moves the probability by this much is told. */
        @WithDefault("0.02")
        double move();

        /** Time alone tells at least every so many days. */
        @WithDefault("30")
        @WithName("every-days")
        int everyDays();
    }

    /** Whose time it is. */
    enum Mode {
        LIVE,
        REPLAY
    }
}

package io.vigie.scorer;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.nio.file.Path;
import java.time.Duration;
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

    /** How long a question waits for partitions that move between instances, before it is told to come back. */
    @WithDefault("20s")
    @WithName("answer-within")
    Duration answerWithin();

    /** A folder of signal types to add to those that ship. */
    Optional<Path> catalogue();

    /** A scorecard to use in place of the one that ships. */
    Optional<Path> scorecard();

    /** The largest table that is learned from over the API; it is held in memory, and the server takes no body above 40M. */
    @WithDefault("32M")
    @WithName("largest-table")
    MemorySize largestTable();

    /** How many brokers keep each topic. */
    @WithDefault("1")
    @WithName("topic-replicas")
    short topicReplicas();

    /** How much is kept of a customer, live; a replay keeps all. */
    Timeline timeline();

    /** How much is kept of a customer. */
    interface Timeline {
        /** How long before the newest entry others are kept one by one; what came before is kept as what it came to. */
        @WithDefault("3653d")
        Duration keep();

        /** How many entries are kept one by one. */
        @WithDefault("10000")
        int entries();

        /** How long before the newest entry a second delivery is known as one by its id. */
        @WithDefault("400d")
        Duration identities();
    }

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

    /** What silence is learned from. */
    Silence silence();

    /** What silence is learned from. */
    interface Silence {
        /** Whose parameters hold: fitted ones where there are any, or the scorecard's; without it, fitted ones live. */
        Optional<Parameters> parameters();

        /** Whose orders are fitted together: segment, none (everybody's), or the name of a customer attribute. */
        @WithDefault("segment")
        String cohort();

        /** After how long the parameters are fitted again, live. */
        @WithDefault("7d")
        @WithName("fit-every")
        Duration fitEvery();

        /** How many customers of a partition are looked at again a second when parameters have changed. */
        @WithDefault("200")
        @WithName("sweep-per-second")
        int sweepPerSecond();

        /** In a replay the same signals must give the same risk, whatever was fitted when: unless told otherwise. */
        default boolean fromFits(Mode mode) {
            return parameters().orElse(mode == Mode.LIVE ? Parameters.FITTED : Parameters.GIVEN) == Parameters.FITTED;
        }
    }

    /** Where parameters come from. */
    enum Parameters {
        FITTED,
        GIVEN
    }

    /** Whose time it is. */
    enum Mode {
        LIVE,
        REPLAY
    }
}

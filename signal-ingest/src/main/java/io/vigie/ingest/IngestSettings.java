package io.vigie.ingest;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

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

    /** A folder of source folders added to the shipped ones; a name that ships is replaced. */
    Optional<Path> sources();

    /** How many brokers hold each topic that is created at start. */
    @WithDefault("1")
    short topicReplicas();

    /** How long an answer waits for the broker's acknowledgement before it is 503. */
    @WithDefault("10s")
    Duration ackTimeout();

    // --- quarantine, aliases, files

    /** How long what was refused is kept for mending. */
    @WithDefault("30d")
    Duration quarantineKeeps();

    /** Where telephone numbers without a country code are from; ISO 3166 alpha-2. */
    @WithDefault("FR")
    String phoneRegion();

    /** Systems whose keys may stand as an event's subject, such as {@code stripe:cus_1}, before anybody is known by it. */
    @WithDefault("email,phone,stripe,zendesk,hubspot,intercom,salesforce,chargebee,recurly,segment,freshdesk")
    Set<String> aliasSystems();

    /** A folder whose {@code in/<source>/} is watched for files to import; nothing is watched unless set. */
    Optional<Path> dropFolder();

    /** Whose time counts. */
    enum Mode {
        LIVE,
        REPLAY
    }
}

package io.vigie.ingest;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.vigie.ingest.access.RateLimit;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
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

    /** A folder of source folders added to the shipped ones; a name that ships is replaced; changes hold at once. */
    Optional<Path> sources();

    /** The company's zone, whose days are meant on the pages. */
    @WithDefault("Europe/Paris")
    ZoneId zone();

    /** How many brokers hold each topic that is created at start. */
    @WithDefault("1")
    short topicReplicas();

    /** How long an answer waits for the broker's acknowledgement before it is 503. */
    @WithDefault("10s")
    Duration ackTimeout();

    /** Who may use the API; see docs/access.md. */
    @WithDefault("authenticated")
    ApiPolicy apiPolicy();

    /** A key that may do everything, for giving out the others: {@code vk_} and at least 32 characters. */
    Optional<String> adminKey();

    /** By source its secret, or several while they are rotated. */
    Map<String, List<String>> secret();

    /** A folder with a file for each source, a secret on each line; read at each request. */
    Optional<Path> secretFiles();

    /** How often a source, a key or a token is served, where it has no rate of its own. */
    Rate rateLimit();

    /** Who may ask to deliver CloudEvents by webhook, as they name themselves; {@code *} is anybody. */
    Optional<List<String>> webhookOrigins();

    /** So many a second in the long run, so many at once. */
    interface Rate {
        @WithDefault("500")
        int perSecond();

        @WithDefault("2000")
        int burst();

        default RateLimit usual() {
            return new RateLimit(perSecond(), burst());
        }
    }

    /** Who may use the API. */
    enum ApiPolicy {
        /** Who shows a key or a token that is good for it. */
        AUTHENTICATED,
        /** Anybody: for a demonstration on one machine. */
        PERMIT
    }

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

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

    /** What personal data are enciphered with; see docs/privacy.md. */
    Privacy privacy();

    /** How long what is kept; see docs/retention-periods.md. */
    Keep keep();

    /** How long each thing is kept. */
    interface Keep {
        /** What was refused, for mending. */
        @WithDefault("30d")
        Duration refused();

        /** What waits for its customer to be known: it was answered 202, and a CRM may say so at the year's end. */
        @WithDefault("400d")
        Duration waiting();

        /** Imports with their reports and refused rows. */
        @WithDefault("30d")
        Duration imports();

        /** Lookups of imports, after they were uploaded. */
        @WithDefault("1096d")
        Duration lookups();

        /** That somebody was erased, as a digest; for so long their past is kept out. */
        @WithDefault("3650d")
        Duration erasures();

        /** Reports of what was forgotten. */
        @WithDefault("1095d")
        Duration purges();

        /** Customers without a running contract, after they were last heard of or spoken to: then they are erased. */
        @WithDefault("1096d")
        Duration inactive();

        /** The topics that are kept for ever unless set. */
        Topics topics();
    }

    /** How long the topics are kept; they stay as they are where nothing is set. */
    interface Topics {
        Optional<Duration> signals();

        Optional<Duration> risk();

        Optional<Duration> retention();
    }

    /** The key that wraps the customers' keys: there is none unless it is given. */
    interface Privacy {
        /** Base64 of 32 bytes; of several the first wraps, and all unwrap. */
        Optional<List<String>> masterKeys();

        /** A file with such a key on each line. */
        Optional<Path> masterKeyFile();
    }

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

    /** Where telephone numbers without a country code are from; ISO 3166 alpha-2. */
    @WithDefault("FR")
    String phoneRegion();

    /** Systems whose keys may stand as an event's subject, such as {@code stripe:cus_1}, before anybody is known by it. */
    @WithDefault("email,phone,stripe,zendesk,hubspot,intercom,salesforce,chargebee,recurly,segment,freshdesk")
    Set<String> aliasSystems();

    /** Where a file stays whose sender does not wait, until its import has ended. */
    @WithDefault("${vigie.data:./data}/imports")
    Path importFolder();

    /** A folder whose {@code in/<source>/} is watched for files to import; nothing is watched unless set. */
    Optional<Path> dropFolder();

    /** How long a file there must not have changed, so that a pausing upload is not taken for a whole one. */
    @WithDefault("30s")
    Duration dropFolderQuiet();

    /** Whose time counts. */
    enum Mode {
        LIVE,
        REPLAY
    }
}

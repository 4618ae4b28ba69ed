package io.vigie.retention;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** Every key that retention-orchestrator can be set by, beside Quarkus' own. */
@ConfigMapping(prefix = "vigie")
public interface RetentionSettings {
    /** What the names of all topics begin with; a replay has its own. */
    @WithDefault("vigie")
    String prefix();

    /** Who may use the API: {@code permit} leaves it open to all, for demonstrations; anything else wants a user. */
    @WithDefault("authenticated")
    String apiPolicy();

    /** Whether deadlines run on the wall clock (live) or on the events' own time (replay). */
    @WithDefault("live")
    Mode mode();

    /** Nothing before this instant opens a case; unset, there is no such bound. */
    Optional<Instant> goLive();

    /** Whether nothing opens a case until somebody has the company go live, by POST /go-live or at the desk. */
    @WithDefault("false")
    boolean waitForGoLive();

    /** The company's zone: business hours and days are counted in it. */
    @WithDefault("Europe/Paris")
    ZoneId zone();

    /** A folder of signal types added to the shipped catalogue; only their names for screens are used here. */
    Optional<Path> catalogue();

    /** A folder with the company's own default.dmn and policy.yaml; what it lacks is taken from those shipped. */
    Optional<Path> policy();

    /** A folder with rules of law for more countries, or other rules for those that ship. */
    Optional<Path> law();

    /**
     * Whether decisions use save rates learned from outcomes; in a replay they don't unless this is set, so that it decides
     * the same each time.
     */
    Optional<Boolean> learnedRates();

    /** On how many customers a policy is simulated at most; of more, so many are drawn, always the same. */
    @WithDefault("20000")
    @Min(1)
    int simulatedCustomers();

    /** A folder with the company's own letters, messages and scripts; what it lacks is taken from those shipped. */
    Optional<Path> acting();

    /** How many brokers hold each topic that is created at start. */
    @WithDefault("1")
    short topicReplicas();

    /** Where pages of other services are. */
    Links links();

    /** What personal data are deciphered with. */
    Privacy privacy();

    /** How long what is kept here is kept. */
    Keep keep();

    /** How e-mail leaves. */
    Mail mail();

    /** How SMS leave. */
    Sms sms();

    /** How e-mail leaves; the server itself is set by {@code quarkus.mailer}. */
    interface Mail {
        /** Whether it leaves at all, or stays in the local mailbox to be looked at. */
        @WithDefault("local")
        Transport transport();

        /** Who it is from; the company's own address unless set. */
        Optional<String> from();

        /** Where e-mail goes to. */
        enum Transport {
            LOCAL,
            SMTP
        }
    }

    /** How others are told of cases and tasks. */
    Webhooks webhooks();

    /** How others are told of cases and tasks. */
    interface Webhooks {
        /** Whether they may be in the company's own network, and reached without encryption. */
        @WithDefault("false")
        boolean privateNetworks();
    }

    /** How SMS leave: by a signed request (Standard Webhooks) to a gateway. */
    interface Sms {
        /** The gateway; without it no SMS is sent. */
        Optional<URI> url();

        /** What requests are signed with, {@code whsec_} and base64. */
        Optional<String> secret();
    }

    /** What personal data are deciphered with; the same as signal-ingest's. */
    interface Privacy {
        /** Master keys, each 32 bytes in base64. */
        Optional<List<String>> masterKeys();

        /** A file with a master key on each line. */
        Optional<Path> masterKeyFile();
    }

    /** How long what is kept here is kept. */
    interface Keep {
        /** Which risks were taken already, and how a customer's risk moved. */
        @WithDefault("400d")
        Duration inbox();

        /** Decisions not to act. */
        @WithDefault("1095d")
        Duration noAction();

        /** Ticks of replays. */
        @WithDefault("30d")
        Duration ticks();

        /** What could not be read, with its bytes. */
        @WithDefault("30d")
        Duration unreadable();

        /** Reports of what was forgotten. */
        @WithDefault("1095d")
        Duration purges();

        /** What agents wrote, after the case was closed. */
        @WithDefault("365d")
        Duration notes();

        /** Who did a task, after it was done or cancelled. */
        @WithDefault("365d")
        Duration agents();

        /** What was told by webhook, and what was answered. */
        @WithDefault("30d")
        Duration webhooks();

        /** Letters with their sheets, what was sent, visits and interviews, after they were made. */
        @WithDefault("1095d")
        Duration letters();

        /** Cases and their tasks, after they were closed; for ever unless set. */
        Optional<Duration> cases();
    }

    /** Where pages of other services are. */
    interface Links {
        /** The scorer, as a browser reaches it. */
        @WithDefault("http://localhost:8082")
        String scorer();

        /** Where anybody notes a signal, as a browser reaches it. */
        @WithDefault("http://localhost:8081/note")
        String note();

        /** This service as customers reach it, for links to three questions; without it no link is sent. */
        Optional<URI> questions();
    }

    /** Whose time counts. */
    enum Mode {
        LIVE,
        REPLAY
    }
}

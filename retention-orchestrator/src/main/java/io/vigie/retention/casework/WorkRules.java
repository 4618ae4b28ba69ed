package io.vigie.retention.casework;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.vigie.events.DataFiles;
import io.vigie.events.retention.CaseEnd;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;

/** {@code work.yaml}: how cases and tasks are worked, as data that a company can change. */
public record WorkRules(RestDays restDays, int calmDays, Calls calls, WatchTimes watch) {
    private static final String FILE = "work.yaml";

    public WorkRules {
        if (calmDays < 1) {
            throw new IllegalArgumentException("work.yaml: calmDays must be at least 1, is " + calmDays);
        }
    }

    /** For how long a customer has peace after a case. */
    public record RestDays(int settled, int unreached) {
        public RestDays {
            if (settled < 0 || unreached < 0) {
                throw new IllegalArgumentException("work.yaml: restDays must not be negative");
            }
        }
    }

    /** How often and when who does not answer is called. */
    public record Calls(int tries, List<LocalTime> hours) {
        public Calls {
            hours = List.copyOf(hours);
            if (tries < 1 || hours.isEmpty()) {
                throw new IllegalArgumentException("work.yaml: calls needs at least one try and one hour");
            }
        }
    }

    /** When a task is warned of, and when it goes up. */
    public record WatchTimes(double warnAtShare, int upAfterBusinessDays) {
        public WatchTimes {
            if (!(warnAtShare > 0 && warnAtShare < 1) || upAfterBusinessDays < 1) {
                throw new IllegalArgumentException(
                        "work.yaml: watch needs warnAtShare between 0 and 1 and upAfterBusinessDays of at least 1");
            }
        }
    }

    /** Those that ship with Vigie. */
    public static WorkRules shipped() {
        try (InputStream file = WorkRules.class.getResourceAsStream("/policy/" + FILE)) {
            if (file == null) {
                throw new IllegalStateException("the shipped policy lacks " + FILE);
            }
            return read(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A company's own, or the shipped where the folder lacks the file.
     *
     * @throws IllegalArgumentException naming the folder and what is wrong in it
     */
    public static WorkRules of(Path folder) {
        Path file = folder.resolve(FILE);
        try {
            return Files.exists(file) ? read(Files.readString(file)) : shipped();
        } catch (IOException e) {
            throw new IllegalArgumentException("policy in " + folder + ": " + e.getMessage(), e);
        }
    }

    private static WorkRules read(String yaml) throws JsonProcessingException {
        return DataFiles.yaml().readValue(yaml, WorkRules.class);
    }

    Duration calm() {
        return Duration.ofDays(calmDays);
    }

    /** How long a customer is left alone after a case that ended so; nothing where only what comes next counts. */
    Duration restAfter(CaseEnd end) {
        return switch (end) {
            case ORDERED, RENEWED, PAID, RESOLVED, CALMED_DOWN, RETURNED -> Duration.ofDays(restDays.settled());
            case NOTHING_LEFT_TO_DO, OVERRULED -> Duration.ofDays(restDays.unreached());
            default -> Duration.ZERO;
        };
    }
}

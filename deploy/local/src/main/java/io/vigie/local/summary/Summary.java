package io.vigie.local.summary;

import com.fasterxml.jackson.databind.JsonNode;
import io.vigie.events.EventJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What a run came to, for people and for programs.
 *
 * @param rows rows of the files fed
 * @param mapped rows that stand for signals or customers
 * @param merged the other rows of groups
 * @param refused rows refused, by reason
 * @param accepted signals that the broker acknowledged
 * @param duplicates of them, those that were there already
 * @param processed of them, those that count
 * @param customers customers known to the scorer
 * @param kpis kpi-service's own answer for the time since go-live
 * @param health what each service's health endpoint says at the end
 * @param seconds by phase
 * @param peakMemoryMb the most that the whole tree of processes took
 */
public record Summary(
        long rows,
        long mapped,
        long merged,
        Map<String, Long> refused,
        long accepted,
        long duplicates,
        long processed,
        long customers,
        Map<String, Long> customersByLevel,
        Map<String, Long> casesByAction,
        Map<String, Long> tasksByAction,
        Map<String, Long> noActionByReason,
        JsonNode kpis,
        Map<String, String> health,
        Map<String, Double> seconds,
        long peakMemoryMb) {
    private static final String UP = "UP";

    /** What does not add up or is not up; empty when all is well. */
    public List<String> faults() {
        List<String> faults = new ArrayList<>();
        long refusedRows = refused.values().stream().mapToLong(Long::longValue).sum();
        if (rows != mapped + merged + refusedRows) {
            faults.add("rows do not add up: " + rows + " rows, but " + mapped + " mapped + " + merged + " merged + "
                    + refusedRows + " refused");
        }
        if (accepted != processed + duplicates) {
            faults.add("signals do not add up: " + accepted + " accepted, but " + processed + " processed + "
                    + duplicates + " duplicates");
        }
        health.forEach((service, status) -> {
            if (!UP.equals(status)) {
                faults.add("the health of " + service + " is " + status);
            }
        });
        return faults;
    }

    /** Writes it as JSON. */
    public void write(Path file) {
        try {
            Path parent = file.toAbsolutePath().getParent();
            if (parent != null) {
                Files.createDirectories(parent);
            }
            EventJson.mapper().writerWithDefaultPrettyPrinter().writeValue(file.toFile(), this);
        } catch (IOException refusedByDisk) {
            throw new UncheckedIOException("the summary cannot be written to " + file, refusedByDisk);
        }
    }
}

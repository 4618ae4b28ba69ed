package io.vigie.local.bench;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a bench of the orchestrator found, on which machine.
 *
 * @param storing risks decided on and stored beside a loop that only stores
 * @param rowsPerEvent how many rows each risk led to, by table
 * @param eventsPerTransaction how many risks were stored together
 */
public record RetentionReport(
        Instant at,
        int cores,
        String java,
        RetentionPlan plan,
        Comparison storing,
        Map<String, Double> rowsPerEvent,
        double eventsPerTransaction) {

    static RetentionReport of(RetentionPlan plan, Comparison storing, Written written) {
        return new RetentionReport(
                Instant.now(),
                Runtime.getRuntime().availableProcessors(),
                Runtime.version().toString(),
                plan,
                storing,
                written.rowsPerEvent(),
                written.eventsPerTransaction());
    }

    public boolean reached() {
        return storing.reached();
    }

    public void write(Path file) {
        ObjectNode json = Told.tree(this, reached());
        Told.add(json, "storing", storing);
        Told.write(json, file);
    }

    String toldOfRows() {
        return String.format(
                Locale.ROOT,
                "rows of a risk: %s; %.0f risks in a transaction",
                rowsPerEvent.entrySet().stream()
                        .map(table -> String.format(Locale.ROOT, "%s %.2f", table.getKey(), table.getValue()))
                        .collect(Collectors.joining(", ")),
                eventsPerTransaction);
    }
}

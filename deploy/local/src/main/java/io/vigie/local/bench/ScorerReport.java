package io.vigie.local.bench;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a bench of the scorer found, on which machine.
 *
 * @param scoring signals scored beside a job that only keeps what the scorer keeps
 * @param larger the same at many more customers beside few
 * @param bytesPerCustomer of state on disk, by store
 * @param restartSeconds until a stopped scorer answers again, its state in place
 * @param restoreSeconds until a killed one does, which restores all of its state
 */
public record ScorerReport(
        Instant at,
        int cores,
        String java,
        ScorerPlan plan,
        Comparison scoring,
        Comparison larger,
        Map<String, Double> bytesPerCustomer,
        double restartSeconds,
        double restoreSeconds) {

    static ScorerReport of(ScorerPlan plan, Comparison scoring, Comparison larger, Comeback comeback) {
        Map<String, Double> perCustomer = new TreeMap<>();
        comeback.bytes().forEach((store, bytes) -> perCustomer.put(store, (double) bytes / plan.customers()));
        return new ScorerReport(
                Instant.now(),
                Runtime.getRuntime().availableProcessors(),
                Runtime.version().toString(),
                plan,
                scoring,
                larger,
                perCustomer,
                comeback.restartSeconds(),
                comeback.restoreSeconds());
    }

    public boolean reached() {
        return scoring.reached() && larger.reached();
    }

    public void write(Path file) {
        ObjectNode json = Told.tree(this, reached());
        Told.add(json, "scoring", scoring);
        Told.add(json, "larger", larger);
        Told.write(json, file);
    }

    String toldOfState() {
        double all = bytesPerCustomer.values().stream()
                .mapToDouble(Double::doubleValue)
                .sum();
        String each = bytesPerCustomer.entrySet().stream()
                .map(store -> String.format(Locale.ROOT, "%s %,.0f", store.getKey(), store.getValue()))
                .collect(Collectors.joining(", "));
        return String.format(
                Locale.ROOT,
                "state: %,.0f bytes a customer (%s); ready %.1f s after a stop, %.1f s after a kill, all state restored",
                all,
                each,
                restartSeconds,
                restoreSeconds);
    }
}

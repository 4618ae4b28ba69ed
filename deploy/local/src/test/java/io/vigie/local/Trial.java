package io.vigie.local;

import com.fasterxml.jackson.databind.JsonNode;
import io.vigie.local.dataset.Dataset;
import io.vigie.local.feeding.Counts;
import io.vigie.local.feeding.ImportReport;
import io.vigie.local.feeding.Meter;
import io.vigie.local.feeding.ReplayPlan;
import io.vigie.local.feeding.Services;
import io.vigie.local.fleet.Fleet;
import io.vigie.local.fleet.Ports;
import io.vigie.local.fleet.Service;
import io.vigie.local.summary.Phases;
import io.vigie.local.summary.Summary;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;

/**
 * What a whole system, run as real processes, came to.
 *
 * @param then each customer's risk as of the closing instant
 * @param now each customer's risk as it stands
 * @param cases by id, with their tasks
 */
record Trial(Summary summary, Map<String, JsonNode> then, Map<String, JsonNode> now, Map<String, JsonNode> cases) {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int ALL = 1_000;

    /** Runs that history in a system of its own, file by file or as the plan says. */
    static Trial of(Dataset dataset, List<String> customers, Path folder, Optional<ReplayPlan> plan) {
        return of(dataset, customers, folder, plan, _ -> {});
    }

    /**
     * @param midway what is done to the system while the history comes in
     */
    static Trial of(
            Dataset dataset, List<String> customers, Path folder, Optional<ReplayPlan> plan, Disturbance midway) {
        RunFolder own = RunFolder.fresh(folder);
        try (Run run = Run.start(Place.here(), dataset, own, Ports.freeBase(), Users.ofDemo(), new Phases())) {
            CompletableFuture<Void> disturbed =
                    CompletableFuture.runAsync(() -> midway.on(new Midway(run.fleet(), run.services())));
            ImportReport report = run.feed(plan, Meter.silent());
            disturbed.join();
            return new Trial(
                    run.summary(report),
                    risks(run.services(), customers, "?at=" + dataset.closing()),
                    risks(run.services(), customers, ""),
                    cases(run.services()));
        }
    }

    private static Map<String, JsonNode> risks(Services services, List<String> customers, String query) {
        Map<String, JsonNode> risks = new TreeMap<>();
        customers.forEach(customer ->
                risks.put(customer, services.get(Service.RISK_SCORER, "/customers/" + customer + "/risk" + query)));
        return risks;
    }

    private static Map<String, JsonNode> cases(Services services) {
        Map<String, JsonNode> cases = new TreeMap<>();
        services.get(Service.RETENTION_ORCHESTRATOR, "/cases?limit=" + ALL)
                .forEach(one -> cases.put(one.path("id").asText(), one));
        return cases;
    }

    /** Something done to a system while it works. */
    interface Disturbance {
        void on(Midway system);
    }

    /** A system at work. */
    record Midway(Fleet fleet, Services services) {

        /** Waits until so many signals have been processed. */
        void processed(long signals) {
            Awaitility.await()
                    .atMost(PATIENCE)
                    .ignoreExceptions()
                    .until(() -> Counts.of(services).processed() >= signals);
        }

        void killAndRestart(Service service) {
            fleet.kill(service);
            fleet.restart(service);
        }
    }
}

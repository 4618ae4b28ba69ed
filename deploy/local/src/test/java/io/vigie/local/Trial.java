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
    private static final Cast SCORING =
            new Cast(List.of(Service.SIGNAL_INGEST, Service.RISK_SCORER), Map.of("vigie.standby-replicas", "1"));

    /** Runs that history in a system of its own, file by file or as the plan says. */
    static Trial of(Dataset dataset, List<String> customers, Path folder, Optional<ReplayPlan> plan) {
        return of(dataset, customers, folder, plan, _ -> {});
    }

    /**
     * @param midway what is done to the system while the history comes in
     */
    static Trial of(
            Dataset dataset, List<String> customers, Path folder, Optional<ReplayPlan> plan, Disturbance midway) {
        try (Run run = start(dataset, folder, Cast.WHOLE)) {
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

    /** Only what is scored: without those who would act on it, or measure it. */
    static Scores scoresOf(Dataset dataset, List<String> customers, Path folder, ReplayPlan plan, Disturbance midway) {
        try (Run run = start(dataset, folder, SCORING)) {
            CompletableFuture<Void> disturbed =
                    CompletableFuture.runAsync(() -> midway.on(new Midway(run.fleet(), run.services())));
            run.feed(Optional.of(plan), Meter.silent());
            disturbed.join();
            return new Scores(Counts.of(run.services()), risks(run.services(), customers, "?at=" + dataset.closing()));
        }
    }

    /** What the scorer made of it, and each customer's risk as of the closing instant. */
    record Scores(Counts counts, Map<String, JsonNode> then) {}

    private static Run start(Dataset dataset, Path folder, Cast cast) {
        return Run.start(
                Place.here(), dataset, RunFolder.fresh(folder), Ports.freeBase(), Users.ofDemo(), new Phases(), cast);
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

        /** A second scorer, once it has taken over its share. */
        Fleet secondScorer() {
            Fleet second = fleet.oneMore(Service.RISK_SCORER);
            Asking asking = new Asking(second.address(Service.RISK_SCORER));
            Awaitility.await().atMost(PATIENCE).until(() -> asking.ownCount("processed") > 0);
            return second;
        }

        /** Those of whom something is known by now. */
        List<String> known(List<String> customers) {
            Asking asking = new Asking(fleet.address(Service.RISK_SCORER));
            return customers.stream().filter(asking::isKnown).toList();
        }

        /** Asks the scorer for those risks without a pause until something is over, and then once more. */
        void askAllThrough(List<String> customers, Runnable until) {
            CompletableFuture<Void> over = CompletableFuture.runAsync(until);
            Asking asking = new Asking(fleet.address(Service.RISK_SCORER));
            boolean last;
            do {
                last = over.isDone();
                customers.forEach(asking::risk);
            } while (!last);
            over.join();
        }

        void killAndRestart(Service service) {
            fleet.kill(service);
            fleet.restart(service);
        }
    }
}

package io.vigie.local.bench;

import io.vigie.local.fleet.Fleet;
import io.vigie.local.fleet.FleetPlan;
import io.vigie.local.fleet.Pace;
import io.vigie.local.fleet.Ports;
import io.vigie.local.fleet.Service;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * retention-orchestrator beside a loop that only stores what it stores, in turns.
 *
 * @param prefix what the names of its topics begin with
 */
record RetentionBench(Path home, Path folder, String prefix, RetentionPlan plan) {
    private static final double WANTED_OF_STORING = 0.4;
    private static final String GROUP = "-retention-orchestrator";
    /** Recent enough to be acted on, long enough ago that no event lies in the future. */
    private static final Duration BEGINS = Duration.ofDays(3);

    private static final Duration APART = Duration.ofMillis(20);

    RetentionReport run(Consumer<String> told) {
        Quiet.clients();
        try (Fleet fleet = Fleet.start(orchestrator());
                Connection looking = fleet.connect(Service.RETENTION_ORCHESTRATOR);
                Connection storing = fleet.connect(Service.RETENTION_ORCHESTRATOR);
                Committed committed = new Committed(fleet);
                Contestant orchestrator = contestant(fleet, committed)) {
            WrittenRows rows = new WrittenRows(looking, fleet.kafka(), prefix);
            RetentionReport report = measured(fleet, orchestrator, rows, new BareInserts(storing));
            told.accept(report.storing().told());
            told.accept(report.toldOfRows());
            return report;
        } catch (SQLException e) {
            throw new IllegalStateException("the database cannot be reached", e);
        }
    }

    private RetentionReport measured(Fleet fleet, Contestant orchestrator, WrittenRows rows, BareInserts reference) {
        List<Turn> decided = new ArrayList<>();
        List<Turn> stored = new ArrayList<>();
        Written written = new Written(Map.of(), 1, Map.of());
        int first = plan.turnsToWarmUp();
        for (int turn = 0; turn < first + plan.turns(); turn++) {
            decided.add(orchestrator.turn(plan.perTurn(), fleet::processorTime));
            Written like = rows.since(plan.perTurn());
            stored.add(Turn.of(_ -> reference.store(plan.perTurn(), like), Duration.ZERO, fleet::processorTime));
            written = like;
        }
        Comparison storing = new Comparison(
                String.format("risks of %,d customers decided on beside a loop that only stores", plan.customers()),
                stored.subList(first, stored.size()),
                decided.subList(first, decided.size()),
                WANTED_OF_STORING);
        return RetentionReport.of(plan, storing, written);
    }

    private Contestant contestant(Fleet fleet, Committed committed) {
        CompanyRisks risks = new CompanyRisks(plan.customers(), Instant.now().minus(BEGINS), APART);
        return new Contestant(fleet.kafka(), prefix, prefix + GROUP, number -> risks.record(prefix, number), committed);
    }

    private FleetPlan orchestrator() {
        Map<String, String> settings = Map.of(
                "vigie.prefix",
                prefix,
                "vigie.api-policy",
                "permit",
                "smallrye.config.mapping.validate-unknown",
                "false");
        return new FleetPlan(
                home,
                folder,
                Ports.freeBase(),
                settings,
                Map.of(),
                List.of(Service.RETENTION_ORCHESTRATOR),
                Pace.LONG_RUN);
    }
}

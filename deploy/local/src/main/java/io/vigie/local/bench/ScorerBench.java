package io.vigie.local.bench;

import io.vigie.events.wire.Topics;
import io.vigie.local.feeding.Services;
import io.vigie.local.fleet.Fleet;
import io.vigie.local.fleet.FleetPlan;
import io.vigie.local.fleet.Pace;
import io.vigie.local.fleet.Ports;
import io.vigie.local.fleet.Service;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * risk-scorer beside a job that only keeps what it keeps, and beside itself with many more customers, in turns.
 *
 * @param prefix what the names of its topics begin with
 */
record ScorerBench(Path home, Path folder, String prefix, ScorerPlan plan) {
    private static final String LARGER = "-larger";
    private static final String REFERENCE = "-reference";
    private static final String GROUP = "-risk-scorer";
    private static final short ONE_COPY = 1;
    private static final Duration A_DAY = Duration.ofDays(1);

    ScorerReport run(Consumer<String> told) throws InterruptedException {
        Quiet.clients();
        int port = Ports.freeBase();
        try (Fleet few = Fleet.start(scorer(folder, port, prefix));
                Fleet many = few.beside(scorer(folder.resolve("larger"), Ports.freeBase(), prefix + LARGER))) {
            Topics.create(Map.of("bootstrap.servers", few.kafka()), prefix + REFERENCE, ONE_COPY);
            ScorerRounds rounds = rounds(few, many);
            Comparison scoring = rounds.scoring(plan.customers());
            Comparison larger = rounds.larger(plan.manyCustomers());
            told.accept(scoring.told());
            told.accept(larger.told());
            Comeback comeback =
                    Comeback.of(few, new Services(port), folder.resolve("data/risk-scorer"), plan.withWarmUp());
            ScorerReport report = ScorerReport.of(plan, scoring, larger, comeback);
            told.accept(report.toldOfState());
            return report;
        }
    }

    private ScorerRounds rounds(Fleet few, Fleet many) {
        Instant since = Instant.now().minus(A_DAY);
        CompanySignals usual = new CompanySignals(plan.customers(), since);
        CompanySignals more = new CompanySignals(plan.manyCustomers(), since);
        String kafka = few.kafka();
        try (Committed committed = new Committed(few);
                Traffic traffic = new Traffic(kafka, prefix, prefix + GROUP);
                Contestant scorer = new Contestant(
                        kafka, prefix, prefix + GROUP, number -> usual.record(prefix, number), committed);
                Contestant larger = new Contestant(
                        kafka,
                        prefix + LARGER,
                        prefix + LARGER + GROUP,
                        number -> more.record(prefix + LARGER, number),
                        committed);
                Contestant reference = new Contestant(
                        kafka,
                        prefix + REFERENCE,
                        prefix + REFERENCE,
                        number -> usual.record(prefix + REFERENCE, number),
                        committed)) {
            Path built = home.resolve("risk-scorer/target/quarkus-app");
            ReferenceRun references = new ReferenceRun(few, built, folder, prefix + REFERENCE, traffic);
            return ScorerRounds.of(plan, scorer, larger, reference, references::learn, () -> few.processorTime()
                    .plus(many.processorTime()));
        }
    }

    private FleetPlan scorer(Path own, int port, String ownPrefix) {
        Map<String, String> settings = Map.of(
                "vigie.prefix",
                ownPrefix,
                "vigie.api-policy",
                "permit",
                // a fit would read everything again in the middle of a turn
                "vigie.silence.parameters",
                "given",
                "smallrye.config.mapping.validate-unknown",
                "false");
        return new FleetPlan(home, own, port, settings, Map.of(), List.of(Service.RISK_SCORER), Pace.LONG_RUN);
    }
}

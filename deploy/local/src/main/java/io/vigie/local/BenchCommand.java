package io.vigie.local;

import io.vigie.local.bench.Bench;
import io.vigie.local.bench.BenchReport;
import io.vigie.local.bench.IngestBench;
import io.vigie.local.bench.RetentionPlan;
import io.vigie.local.bench.RetentionReport;
import io.vigie.local.bench.ScorerPlan;
import io.vigie.local.bench.ScorerReport;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures what this machine can do, in ratios that other machines can be held to. */
@Command(
        name = "bench",
        description = "Measure services against what the machine does without them.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
final class BenchCommand {
    private static final int NOT_REACHED = 1;

    @Command(
            name = "ingest",
            description = "signal-ingest against reading bodies and against a bare Kafka producer, and its memory.",
            mixinStandardHelpOptions = true)
    int ingest(
            @Option(
                            names = "--turns",
                            paramLabel = "N",
                            defaultValue = "7",
                            description = "how often each side is measured (${DEFAULT-VALUE})")
                    int turns,
            @Option(
                            names = "--seconds",
                            paramLabel = "N",
                            defaultValue = "5",
                            description = "how long each time; a warm-up takes four times that (${DEFAULT-VALUE})")
                    int seconds,
            @Option(
                            names = "--rows",
                            paramLabel = "N",
                            defaultValue = "5000000",
                            description = "length of the import whose memory is watched (${DEFAULT-VALUE})")
                    long rows,
            @Option(
                            names = "--only",
                            paramLabel = "PART",
                            arity = "1..*",
                            description = "measure only: ${COMPLETION-CANDIDATES} (all)")
                    Set<IngestBench.Part> parts,
            @Option(names = "--json", paramLabel = "FILE", description = "write what was found as JSON")
                    Optional<Path> json) {
        Place place = Place.here();
        RunFolder folder = RunFolder.fresh(place.kept());
        BenchReport report = new Bench(place.home(), folder.path(), folder.name())
                .ingest(turns, seconds, rows, parts == null ? Set.of() : parts);
        folder.delete();
        json.ifPresent(report::write);
        return report.reached() ? 0 : NOT_REACHED;
    }

    @Command(
            name = "scorer",
            description = "risk-scorer against a job that only keeps what it keeps, and with ten times the customers.",
            mixinStandardHelpOptions = true)
    int scorer(
            @Option(
                            names = "--signals",
                            paramLabel = "N",
                            defaultValue = "3000000",
                            description = "how many are scored; a turn's worth more to warm up (${DEFAULT-VALUE})")
                    long signals,
            @Option(
                            names = "--customers",
                            paramLabel = "N",
                            defaultValue = "200000",
                            description = "whom they are about (${DEFAULT-VALUE})")
                    int customers,
            @Option(
                            names = "--times",
                            paramLabel = "N",
                            defaultValue = "10",
                            description = "how many times as many the larger company has (${DEFAULT-VALUE})")
                    int times,
            @Option(
                            names = "--turns",
                            paramLabel = "N",
                            defaultValue = "10",
                            description = "in how many turns the signals come (${DEFAULT-VALUE})")
                    int turns,
            @Option(names = "--json", paramLabel = "FILE", description = "write what was found as JSON")
                    Optional<Path> json)
            throws InterruptedException {
        Place place = Place.here();
        RunFolder folder = RunFolder.fresh(place.kept());
        try {
            ScorerReport report = new Bench(place.home(), folder.path(), folder.name())
                    .scorer(new ScorerPlan(signals, customers, times, turns));
            json.ifPresent(report::write);
            return report.reached() ? 0 : NOT_REACHED;
        } finally {
            folder.delete();
        }
    }

    @Command(
            name = "retention",
            description = "retention-orchestrator against a loop that only stores what it stores.",
            mixinStandardHelpOptions = true)
    int retention(
            @Option(
                            names = "--warm-up",
                            paramLabel = "N",
                            defaultValue = "60000",
                            description = "how many are decided on and stored before, by both (${DEFAULT-VALUE})")
                    long warmUp,
            @Option(
                            names = "--events",
                            paramLabel = "N",
                            defaultValue = "200000",
                            description = "how many are decided on after that (${DEFAULT-VALUE})")
                    long events,
            @Option(
                            names = "--customers",
                            paramLabel = "N",
                            defaultValue = "50000",
                            description = "whom they are about (${DEFAULT-VALUE})")
                    int customers,
            @Option(
                            names = "--turns",
                            paramLabel = "N",
                            defaultValue = "8",
                            description = "in how many turns the events come (${DEFAULT-VALUE})")
                    int turns,
            @Option(names = "--json", paramLabel = "FILE", description = "write what was found as JSON")
                    Optional<Path> json) {
        Place place = Place.here();
        RunFolder folder = RunFolder.fresh(place.kept());
        try {
            RetentionReport report = new Bench(place.home(), folder.path(), folder.name())
                    .retention(new RetentionPlan(warmUp, events, customers, turns));
            json.ifPresent(report::write);
            return report.reached() ? 0 : NOT_REACHED;
        } finally {
            folder.delete();
        }
    }
}

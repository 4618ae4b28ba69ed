package io.vigie.local.bench;

import io.vigie.local.fleet.Fleet;
import io.vigie.local.fleet.FleetPlan;
import io.vigie.local.fleet.Pace;
import io.vigie.local.fleet.Ports;
import io.vigie.local.fleet.Service;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Starts what is to be measured, alone with its backends, and stops it.
 *
 * @param home the folder with the built services
 * @param folder where data and logs of this run go
 * @param prefix what the names of its topics begin with
 */
public record Bench(Path home, Path folder, String prefix) {
    private static final int KEY_BYTES = 32;

    /**
     * @param turns how often each side is measured
     * @param seconds how long each time
     * @param rows length of the import whose memory is watched
     * @param parts what is measured; none means all
     */
    public BenchReport ingest(int turns, int seconds, long rows, Set<IngestBench.Part> parts) {
        int port = Ports.freeBase();
        String adminKey = "vk_" + random();
        FleetPlan plan = new FleetPlan(
                home,
                folder,
                port,
                Map.of("vigie.prefix", prefix, "smallrye.config.mapping.validate-unknown", "false"),
                IngestBench.settings(adminKey),
                List.of(Service.SIGNAL_INGEST),
                Pace.LONG_RUN);
        Duration turn = Duration.ofSeconds(seconds);
        try (Fleet fleet = Fleet.start(plan)) {
            Turns all = new Turns(turn, turns);
            Set<IngestBench.Part> wanted = parts.isEmpty() ? Set.of(IngestBench.Part.values()) : parts;
            return new IngestBench(fleet, port, prefix, adminKey, all).run(wanted, rows, System.out::println);
        }
    }

    /** risk-scorer beside a job that only keeps what it keeps. */
    public ScorerReport scorer(ScorerPlan plan) throws InterruptedException {
        return new ScorerBench(home, folder, prefix, plan).run(System.out::println);
    }

    /** retention-orchestrator beside a loop that only stores what it stores. */
    public RetentionReport retention(RetentionPlan plan) {
        return new RetentionBench(home, folder, prefix, plan).run(System.out::println);
    }

    private static String random() {
        byte[] bytes = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}

package io.vigie.local;

import io.vigie.local.fleet.Fleet;
import io.vigie.local.fleet.FleetPlan;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Holds the live system up until it is told to stop; {@code start} runs it in the background. */
@Command(name = "supervise", hidden = true, mixinStandardHelpOptions = true)
final class SuperviseCommand implements Callable<Integer> {
    private static final long BETWEEN_LOOKS_SECONDS = 2;

    @Option(names = "--ports", defaultValue = "8081")
    private int ports;

    @Override
    public Integer call() throws InterruptedException {
        Place place = Place.here();
        LiveSystem live = LiveSystem.of(place);
        live.supervisor().claim();
        live.notReady();
        Map<String, String> settings = new HashMap<>(live.users().settings());
        settings.put("vigie.prefix", "vigie");
        settings.put("vigie.mode", "live");
        settings.put("smallrye.config.mapping.validate-unknown", "false");
        Fleet fleet = Fleet.start(FleetPlan.whole(
                place.home(), live.folder(), ports, settings, Map.of("vigie.admin-key", live.adminKey())));
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(() -> {
            live.notReady();
            fleet.close();
            live.supervisor().letGo();
        }));
        live.ready(ports);
        while (true) {
            TimeUnit.SECONDS.sleep(BETWEEN_LOOKS_SECONDS);
            fleet.mustBeAlive();
        }
    }
}

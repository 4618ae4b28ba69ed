package io.vigie.local.fleet;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * How to run the system.
 *
 * @param home the folder with the built services
 * @param folder where data and logs of this run go
 * @param basePort the first of four ports side by side
 * @param settings given to every service, by configuration key; those who may sign in among them
 * @param forIngest given besides to signal-ingest alone
 * @param services which of them run
 * @param pace what the Java machines are set up for
 */
public record FleetPlan(
        Path home,
        Path folder,
        int basePort,
        Map<String, String> settings,
        Map<String, String> forIngest,
        List<Service> services,
        Pace pace) {
    private static final int HIGHEST = 65_535;

    public FleetPlan {
        settings = Map.copyOf(settings);
        forIngest = Map.copyOf(forIngest);
        services = List.copyOf(services);
        if (basePort < 1 || basePort + Service.values().length - 1 > HIGHEST) {
            throw new IllegalArgumentException("a base port is 1 to " + (HIGHEST - Service.values().length + 1)
                    + ", since four ports are used from it; not " + basePort);
        }
    }

    /** All four services, set up to start fast. */
    public static FleetPlan whole(
            Path home, Path folder, int basePort, Map<String, String> settings, Map<String, String> forIngest) {
        return new FleetPlan(home, folder, basePort, settings, forIngest, List.of(Service.values()), Pace.SHORT_RUN);
    }

    Path logs() {
        return folder.resolve("logs");
    }

    Path data() {
        return folder.resolve("data");
    }

    Path application(Service service) {
        return home.resolve(service.word()).resolve("target/quarkus-app/quarkus-run.jar");
    }
}

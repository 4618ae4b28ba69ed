package io.vigie.local.feeding;

import com.fasterxml.jackson.databind.JsonNode;
import io.vigie.local.fleet.Service;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** Waits until the tick that closes a run has passed every partition of every service: then everything is acted on. */
final class ClosingTick {
    private static final List<Service> PASSED_BY =
            List.of(Service.RISK_SCORER, Service.RETENTION_ORCHESTRATOR, Service.KPI_SERVICE);
    private static final Duration PATIENCE_WITHOUT_PROGRESS = Duration.ofMinutes(5);
    private static final long BETWEEN_LOOKS_MILLIS = 300;

    private final Services services;
    private final String run;
    private final List<Service> passedBy;
    private final Runnable mustBeAlive;

    /**
     * @param running the services that take part
     * @param mustBeAlive fails when a process has ended
     */
    ClosingTick(Services services, String run, Collection<Service> running, Runnable mustBeAlive) {
        this.services = services;
        this.run = run;
        this.passedBy = PASSED_BY.stream().filter(running::contains).toList();
        this.mustBeAlive = mustBeAlive;
    }

    /**
     * Waits through a service that is away for a while, as one that was killed and comes back is.
     *
     * @throws Unexpected when nothing has moved for five minutes
     */
    void await(long accepted, Meter meter) {
        String before = "";
        Instant moved = Instant.now();
        try (Meter.Count count = meter.pieces("acting on it", accepted)) {
            boolean passed = false;
            while (!passed) {
                mustBeAlive.run();
                String now;
                try {
                    passed = passed();
                    now = state();
                    count.at(seen());
                } catch (Unexpected away) {
                    now = away.getMessage();
                }
                if (!now.equals(before)) {
                    before = now;
                    moved = Instant.now();
                }
                if (Instant.now().isAfter(moved.plus(PATIENCE_WITHOUT_PROGRESS))) {
                    throw new Unexpected("nothing has moved for five minutes; the closing tick has passed " + now);
                }
                pause();
            }
            count.at(accepted);
        }
    }

    private boolean passed() {
        return passedBy.stream().allMatch(service -> {
            JsonNode told = tick(service);
            return told.path("of").asInt() > 0
                    && told.path("passed").asInt() >= told.path("of").asInt();
        });
    }

    private String state() {
        return passedBy.stream()
                        .map(service -> service.word() + " "
                                + tick(service).path("passed").asInt() + "/"
                                + tick(service).path("of").asInt())
                        .collect(Collectors.joining(", "))
                + ", " + seen();
    }

    private long seen() {
        return Counts.of(services).seen();
    }

    private JsonNode tick(Service service) {
        return services.get(service, "/ticks/" + run);
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(BETWEEN_LOOKS_MILLIS);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
            throw new Unexpected("stopped while waiting for the closing tick");
        }
    }
}

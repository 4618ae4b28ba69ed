package io.vigie.local;

import com.fasterxml.jackson.databind.JsonNode;
import io.vigie.local.dataset.Dataset;
import io.vigie.local.feeding.Counts;
import io.vigie.local.feeding.Feeding;
import io.vigie.local.feeding.ImportReport;
import io.vigie.local.feeding.Meter;
import io.vigie.local.feeding.ReplayPlan;
import io.vigie.local.feeding.Services;
import io.vigie.local.fleet.Fleet;
import io.vigie.local.fleet.FleetPlan;
import io.vigie.local.fleet.MemoryWatch;
import io.vigie.local.fleet.Pace;
import io.vigie.local.fleet.Service;
import io.vigie.local.summary.Phases;
import io.vigie.local.summary.Summary;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** One company's history through one fresh system, from its start to the closing tick. */
final class Run implements AutoCloseable {
    private final Dataset dataset;
    private final String name;
    private final Path folder;
    private final Phases phases;
    private final Fleet fleet;
    private final MemoryWatch memory;
    private final Services services;

    private Run(Dataset dataset, String name, Path folder, int basePort, Phases phases, Fleet fleet) {
        this.dataset = dataset;
        this.name = name;
        this.folder = folder;
        this.phases = phases;
        this.fleet = fleet;
        this.memory = fleet.watchMemory();
        this.services = new Services(basePort);
    }

    /** Starts the system for that history; topics and databases are the run's own. */
    static Run start(
            Place place, Dataset dataset, RunFolder folder, int basePort, Users users, Phases phases, Cast cast) {
        Map<String, String> settings = new HashMap<>(users.settings());
        settings.putAll(cast.settings());
        settings.put("vigie.prefix", folder.name());
        settings.put("vigie.mode", "replay");
        settings.put("vigie.go-live", dataset.goLive().toString());
        settings.put("vigie.api-policy", "permit");
        settings.put("smallrye.config.mapping.validate-unknown", "false");
        FleetPlan plan = new FleetPlan(
                place.home(), folder.path(), basePort, settings, Map.of(), cast.services(), Pace.SHORT_RUN);
        Fleet fleet = Fleet.start(plan);
        phases.done("start");
        return new Run(dataset, folder.name(), folder.path(), basePort, phases, fleet);
    }

    Fleet fleet() {
        return fleet;
    }

    Services services() {
        return services;
    }

    /** Feeds the history, by file or signal by signal, and waits until all of it has been acted on. */
    ImportReport feed(Optional<ReplayPlan> replay, Meter meter) {
        Feeding feeding = new Feeding(services, meter, fleet);
        ImportReport report = feeding.feed(dataset, replay, folder);
        phases.done("feed");
        feeding.close(dataset, name, report.accepted());
        phases.done("settle");
        return report;
    }

    Summary summary(ImportReport report) {
        Counts counts = Counts.of(services);
        JsonNode worked = services.get(Service.RETENTION_ORCHESTRATOR, "/summary");
        JsonNode kpis =
                services.get(Service.KPI_SERVICE, "/kpis?from=" + dataset.goLive() + "&to=" + dataset.closing());
        return new Summary(
                report.rows(),
                report.mapped(),
                report.merged(),
                report.refusedByReason(),
                report.accepted(),
                counts.duplicates(),
                counts.processed(),
                counts.customers(),
                numbers(kpis.path("customersByLevel")),
                numbers(kpis.path("casesByAction")),
                numbers(worked.path("tasksByAction")),
                numbers(worked.path("noActionByReason")),
                kpis,
                fleet.health().all(),
                phases.seconds(),
                memory.peakMb());
    }

    @Override
    public void close() {
        memory.close();
        fleet.close();
    }

    private static Map<String, Long> numbers(JsonNode object) {
        Map<String, Long> numbers = new LinkedHashMap<>();
        object.properties()
                .forEach(field -> numbers.put(field.getKey(), field.getValue().asLong()));
        return numbers;
    }
}

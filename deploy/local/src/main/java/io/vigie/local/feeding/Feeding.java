package io.vigie.local.feeding;

import io.vigie.local.dataset.Dataset;
import io.vigie.local.fleet.Fleet;
import java.nio.file.Path;
import java.util.Optional;

/** Hands a whole history over and comes back when the last of it has been acted on. */
public final class Feeding {
    private final Services services;
    private final Ingest ingest;
    private final Meter meter;
    private final Fleet fleet;

    public Feeding(Services services, Meter meter, Fleet fleet) {
        this.services = services;
        this.ingest = new Ingest(services, meter);
        this.meter = meter;
        this.fleet = fleet;
    }

    /**
     * By the plan where there is one; else as a company would: each file imported whole, or, where the files tell of the
     * same days, as their signals would have come in.
     */
    public ImportReport feed(Dataset dataset, Optional<ReplayPlan> plan, Path folder) {
        return plan.or(() -> dataset.merged() ? Optional.of(ReplayPlan.plain()) : Optional.empty())
                .map(given -> new Replay(ingest, meter, given, folder).run(dataset))
                .orElseGet(() -> importFiles(dataset));
    }

    private ImportReport importFiles(Dataset dataset) {
        dataset.lookups().forEach(ingest::upload);
        return dataset.files().stream().map(ingest::importFile).reduce(ImportReport.NOTHING, ImportReport::plus);
    }

    /** Ends the replayed time and waits until every service has come to that end. */
    public void close(Dataset dataset, String run, long accepted) {
        ingest.tick(run, dataset.closing());
        new ClosingTick(services, run, fleet.services(), fleet::mustBeAlive).await(accepted, meter);
    }
}

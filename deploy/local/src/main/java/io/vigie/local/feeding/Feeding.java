package io.vigie.local.feeding;

import io.vigie.local.dataset.Dataset;
import io.vigie.local.fleet.Fleet;
import java.nio.file.Path;

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

    /** File by file, as a company would import them. */
    public ImportReport importFiles(Dataset dataset) {
        dataset.lookups().forEach(ingest::upload);
        return dataset.files().stream().map(ingest::importFile).reduce(ImportReport.NOTHING, ImportReport::plus);
    }

    /** Signal by signal over all files. */
    public ImportReport replay(Dataset dataset, ReplayPlan plan, Path folder) {
        return new Replay(ingest, meter, plan, folder).run(dataset);
    }

    /** Ends the replayed time and waits until every service has come to that end. */
    public void close(Dataset dataset, String run, long accepted) {
        ingest.tick(run, dataset.closing());
        new ClosingTick(services, run, fleet::mustBeAlive).await(accepted, meter);
    }
}

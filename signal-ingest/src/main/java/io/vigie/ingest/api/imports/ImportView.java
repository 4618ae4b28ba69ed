package io.vigie.ingest.api.imports;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vigie.events.EventJson;
import io.vigie.ingest.source.ImportReport;
import io.vigie.ingest.store.ImportJob;
import java.util.Optional;

/** An import as it stands: its job's progress, and its report once there is one. */
final class ImportView {
    private ImportView() {}

    static ObjectNode of(ImportJob job, Optional<ImportReport> report) {
        ObjectNode view = EventJson.mapper().valueToTree(job);
        report.ifPresent(done -> view.setAll((ObjectNode) EventJson.mapper().valueToTree(done)));
        // what became of the rows may be told by the import that this one has taken up
        return view.put("id", job.id().toString());
    }
}

package io.vigie.ingest.store;

import io.vigie.events.Word;
import io.vigie.ingest.source.ImportReport;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** How far a job had come that may not have come to its end. */
record Checkpoint(
        UUID id, boolean ended, long safe, Optional<ImportReport> tally, long refusedKept, Optional<String> digest) {
    private static final Set<ImportJob.State> ENDED = EnumSet.of(ImportJob.State.DONE, ImportJob.State.FAILED);

    static Checkpoint read(ResultSet row) throws SQLException {
        return new Checkpoint(
                row.getObject("id", UUID.class),
                ENDED.contains(Word.of(ImportJob.State.class, row.getString("state"))),
                row.getLong("safe"),
                Optional.ofNullable(row.getString("tally")).map(json -> Rows.read(json, ImportReport.class)),
                row.getLong("refused_kept"),
                Optional.ofNullable(row.getString("digest")));
    }
}

package io.vigie.ingest.store;

import io.vigie.ingest.source.ImportReport;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** What became of each imported file, kept so that any instance can be asked. */
@ApplicationScoped
public class ImportReports {
    private final Rows rows;

    ImportReports(DataSource database) {
        this.rows = new Rows(database, "the import report could not be kept or read");
    }

    @Transactional
    public void keep(ImportReport report, Instant finishedAt) {
        rows.change(
                "insert into import_report (id, source, finished_at, report) values (?, ?, ?, ?::json)"
                        + " on conflict (id) do update set finished_at = excluded.finished_at, report = excluded.report",
                List.of(UUID.fromString(report.id()), report.source(), Rows.time(finishedAt), Rows.json(report)));
    }

    public Optional<ImportReport> find(UUID id) {
        return rows
                .select(
                        "select report from import_report where id = ?",
                        List.of(id),
                        row -> Rows.read(row.getString("report"), ImportReport.class))
                .stream()
                .findFirst();
    }
}

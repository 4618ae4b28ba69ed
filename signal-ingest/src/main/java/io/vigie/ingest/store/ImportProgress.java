package io.vigie.ingest.store;

import io.vigie.events.Word;
import io.vigie.ingest.source.ImportReport;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** What imports there are, and how far each has come. */
@ApplicationScoped
public class ImportProgress {
    private static final int LISTED = 100;

    private final Rows rows;

    ImportProgress(DataSource database) {
        this.rows = new Rows(database, "the imports could not be asked");
    }

    public Optional<ImportJob> find(UUID id) {
        return rows.select("select * from import_job where id = ?", List.of(id), ImportProgress::read).stream()
                .findFirst();
    }

    /** The newest first. */
    public List<ImportJob> newest() {
        return rows.select(
                "select * from import_job order by started_at desc, id desc limit ?",
                List.of(LISTED),
                ImportProgress::read);
    }

    /** The newest of some sources first. */
    public List<ImportJob> newest(List<String> sources) {
        return rows.select(
                "select * from import_job where source = any (?) order by started_at desc, id desc limit ?",
                List.of(sources.toArray(String[]::new), LISTED),
                ImportProgress::read);
    }

    /** What became of the rows up to the last checkpoint. */
    public Optional<ImportReport> tally(UUID id) {
        return rows
                .select(
                        "select tally from import_job where id = ? and tally is not null",
                        List.of(id),
                        row -> Rows.read(row.getString("tally"), ImportReport.class))
                .stream()
                .findFirst();
    }

    private static ImportJob read(ResultSet row) throws SQLException {
        return new ImportJob(
                row.getObject("id", UUID.class),
                row.getString("source"),
                Optional.ofNullable(row.getString("file")),
                Word.of(ImportJob.State.class, row.getString("state")),
                Rows.instant(row, "started_at"),
                Rows.instant(row, "updated_at"),
                row.getLong("rows"),
                row.getLong("bytes"),
                row.getLong("skipped"),
                row.getLong("safe"),
                Optional.ofNullable(row.getString("failure")));
    }
}

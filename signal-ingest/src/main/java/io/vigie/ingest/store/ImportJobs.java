package io.vigie.ingest.store;

import io.vigie.events.Word;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** How far each import has come, so that it can be watched, and taken up again after a cut. */
@ApplicationScoped
public class ImportJobs {
    private static final int LISTED = 100;

    private final Rows rows;

    ImportJobs(DataSource database) {
        this.rows = new Rows(database, "the imports could not be asked");
    }

    /**
     * Begins a job, taking up an earlier one of the same file that did not come to its end.
     *
     * @param file what tells this file from others of the source
     * @return the job, which knows how many rows need not be passed on again
     */
    @Transactional
    public ImportJob begin(UUID id, String source, Optional<String> file, Instant now) {
        long safe = file.map(told -> safe(source, told)).orElse(0L);
        rows.change(
                "insert into import_job (id, source, file, state, started_at, updated_at, skipped, safe)"
                        + " values (?, ?, nullif(?, ''), 'running', ?, ?, ?, ?)",
                List.of(id, source, file.orElse(""), Rows.time(now), Rows.time(now), safe, safe));
        return find(id).orElseThrow();
    }

    /** Everything up to here is with the broker, but for rows that are gathered to the end of the file. */
    @Transactional
    public void passed(UUID id, long read, long bytes, long safe, Instant now) {
        rows.change(
                "update import_job set rows = ?, bytes = ?, safe = ?, updated_at = ?, state = 'running' where id = ?",
                List.of(read, bytes, safe, Rows.time(now), id));
    }

    @Transactional
    public void finish(UUID id, ImportJob.State state, long read, long bytes, Optional<String> failure, Instant now) {
        rows.change(
                "update import_job set state = ?, rows = ?, bytes = ?, failure = nullif(?, ''), updated_at = ?"
                        + " where id = ?",
                List.of(state.word(), read, bytes, failure.map(Rows::storable).orElse(""), Rows.time(now), id));
    }

    /** What has not moved for long was cut: its process is gone. */
    @Transactional
    public int cutStalled(Instant lastMovedBefore) {
        return rows.change(
                "update import_job set state = 'cut', failure = 'it was interrupted: send the same file again'"
                        + " where state = 'running' and updated_at < ?",
                List.of(Rows.time(lastMovedBefore)));
    }

    @Transactional
    public int purge(Instant before) {
        return rows.change("delete from import_job where started_at < ?", List.of(Rows.time(before)));
    }

    public Optional<ImportJob> find(UUID id) {
        return rows.select("select * from import_job where id = ?", List.of(id), ImportJobs::read).stream()
                .findFirst();
    }

    /** The newest first. */
    public List<ImportJob> newest() {
        return rows.select(
                "select * from import_job order by started_at desc, id desc limit ?",
                List.of(LISTED),
                ImportJobs::read);
    }

    /** The newest of some sources first. */
    public List<ImportJob> newest(List<String> sources) {
        return rows.select(
                "select * from import_job where source = any (?) order by started_at desc, id desc limit ?",
                List.of(sources.toArray(String[]::new), LISTED),
                ImportJobs::read);
    }

    /** A file that came to its end is imported anew: whoever sends it again means it. */
    private long safe(String source, String file) {
        return rows
                .select(
                        "select safe, state from import_job where source = ? and file = ?"
                                + " order by started_at desc limit 1",
                        List.of(source, file),
                        row -> row.getString("state").equals(ImportJob.State.DONE.word()) ? 0L : row.getLong("safe"))
                .stream()
                .findFirst()
                .orElse(0L);
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

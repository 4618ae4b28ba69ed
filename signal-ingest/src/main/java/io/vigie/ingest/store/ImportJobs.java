package io.vigie.ingest.store;

import io.vigie.events.Word;
import io.vigie.ingest.source.ImportReport;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;

/** How far each import has come, so that it can be watched, and taken up again after a cut. */
@ApplicationScoped
public class ImportJobs {
    private static final int LISTED = 100;
    private static final int LONGEST_SHOWN = 300;
    private static final Duration TAKEN_UP_WITHIN = Duration.ofDays(7);
    private static final Set<ImportJob.State> ENDED = EnumSet.of(ImportJob.State.DONE, ImportJob.State.FAILED);

    private final Rows rows;

    ImportJobs(DataSource database) {
        this.rows = new Rows(database, "the imports could not be asked");
    }

    /**
     * Begins a job, taking up an earlier one of the same file that did not come to its end: its checkpoint, and what
     * it refused up to there. Whoever ran it is gone, or will do no harm.
     *
     * @param file what tells this file from others of the source
     */
    @Transactional
    public Begun begin(UUID id, String source, Optional<String> file, Instant now) {
        Optional<Checkpoint> before = file.flatMap(told -> checkpoint(source, told, now.minus(TAKEN_UP_WITHIN)));
        long safe = before.map(Checkpoint::safe).orElse(0L);
        rows.change(
                "insert into import_job"
                        + " (id, source, file, file_digest, state, started_at, updated_at, rows, skipped, safe)"
                        + " values (?, ?, nullif(?, ''), nullif(?, ''), 'running', ?, ?, ?, ?, ?)",
                List.of(
                        id,
                        source,
                        file.map(ImportJobs::shown).orElse(""),
                        file.map(Rows::digest).orElse(""),
                        Rows.time(now),
                        Rows.time(now),
                        safe,
                        safe,
                        safe));
        before.ifPresent(cut -> takeOver(cut, id, now));
        return new Begun(
                find(id).orElseThrow(),
                before.flatMap(Checkpoint::tally),
                before.map(Checkpoint::refusedKept).orElse(0L),
                before.flatMap(Checkpoint::digest));
    }

    /**
     * Everything up to here is with the broker, but for rows that are gathered to the end of the file.
     *
     * @param tally what became of the rows up to here
     * @param refusedKept how many entries of refused rows are kept
     * @param digest of the rows up to here
     */
    @Transactional
    public void passed(
            UUID id,
            long read,
            long bytes,
            long safe,
            ImportReport tally,
            long refusedKept,
            String digest,
            Instant now) {
        rows.change(
                "update import_job set rows = ?, bytes = ?, safe = ?, tally = ?::json, refused_kept = ?,"
                        + " digest = nullif(?, ''), updated_at = ?, state = 'running', failure = null where id = ?",
                List.of(read, bytes, safe, Rows.json(tally), refusedKept, digest, Rows.time(now), id));
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

    /** Whatever a sender calls a file; that it is the same one is told by a digest, which any index holds. */
    private static String shown(String file) {
        return Rows.storable(file.substring(0, Math.min(file.length(), LONGEST_SHOWN)));
    }

    /** A file that came to its end, good or bad, is imported anew: whoever sends it again means it. */
    private Optional<Checkpoint> checkpoint(String source, String file, Instant movedSince) {
        return rows
                .select(
                        "select id, state, safe, tally, refused_kept, digest from import_job where source = ? and file_digest = ?"
                                + " and updated_at >= ? order by started_at desc limit 1 for update",
                        List.of(source, Rows.digest(file), Rows.time(movedSince)),
                        Checkpoint::read)
                .stream()
                .filter(last -> !last.ended())
                .findFirst();
    }

    private void takeOver(Checkpoint cut, UUID by, Instant now) {
        rows.change(
                "update import_job set state = 'cut', failure = ?, updated_at = ? where id = ? and state = 'running'",
                List.of("it was interrupted; " + by + " has taken it up", Rows.time(now), cut.id()));
        rows.change(
                "insert into import_refused (import_id, position, reason, detail, raw, customer)"
                        + " select ?, position, reason, detail, raw, customer from import_refused"
                        + " where import_id = ? and position < ?",
                List.of(by, cut.id(), cut.refusedKept()));
        rows.change(
                "update import_job set header = (select header from import_job where id = ?) where id = ?",
                List.of(cut.id(), by));
    }

    /**
     * A job that has begun.
     *
     * @param before what became of the rows that it need not pass on again
     * @param refusedKept how many entries of refused rows are kept of them
     * @param digest of them, to tell whether this is their file
     */
    public record Begun(ImportJob job, Optional<ImportReport> before, long refusedKept, Optional<String> digest) {}

    /** How far a job had come that may not have come to its end. */
    private record Checkpoint(
            UUID id,
            boolean ended,
            long safe,
            Optional<ImportReport> tally,
            long refusedKept,
            Optional<String> digest) {
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

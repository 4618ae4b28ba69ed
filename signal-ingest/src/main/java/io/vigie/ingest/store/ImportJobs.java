package io.vigie.ingest.store;

import io.vigie.ingest.source.ImportReport;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** How far each import has come, so that it can be watched, and taken up again after a cut. */
@ApplicationScoped
public class ImportJobs {
    /** What a sender does about an import that was cut. */
    public static final String INTERRUPTED =
            "it was interrupted: send the same file again, but for one that was answered 202, which goes on by itself";

    private static final int LONGEST_SHOWN = 300;
    private static final Duration TAKEN_UP_WITHIN = Duration.ofDays(7);

    private final Rows rows;
    private final ImportProgress progress;

    ImportJobs(DataSource database, ImportProgress progress) {
        this.progress = progress;
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
                progress.find(id).orElseThrow(),
                before.flatMap(Checkpoint::tally),
                before.map(Checkpoint::refusedKept).orElse(0L),
                before.flatMap(Checkpoint::digest));
    }

    /**
     * Goes on with a job of this id where it was, or begins it if there is none.
     *
     * @param anew whether all of its file is to be read once more, since nothing of it is passed on before its end
     */
    @Transactional
    public Begun goOn(UUID id, String source, boolean anew, Instant now) {
        Optional<Checkpoint> before = rows
                .select(
                        "select id, state, safe, tally, refused_kept, digest from import_job where id = ? for update",
                        List.of(id),
                        Checkpoint::read)
                .stream()
                .findFirst();
        if (before.isEmpty()) {
            return begin(id, source, Optional.empty(), now);
        }
        Optional<Checkpoint> reached = before.filter(_ -> !anew);
        long safe = reached.map(Checkpoint::safe).orElse(0L);
        long refusedKept = reached.map(Checkpoint::refusedKept).orElse(0L);
        rows.change("delete from import_refused where import_id = ? and position >= ?", List.of(id, refusedKept));
        rows.change(
                "update import_job set state = 'running', failure = null, updated_at = ?, rows = ?, skipped = ?, safe = ?"
                        + " where id = ?",
                List.of(Rows.time(now), safe, safe, safe, id));
        return new Begun(
                progress.find(id).orElseThrow(),
                reached.flatMap(Checkpoint::tally),
                refusedKept,
                reached.flatMap(Checkpoint::digest));
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

    /** Ends one that is not running, where it stands. */
    @Transactional
    public void fail(UUID id, String why, Instant now) {
        rows.change(
                "update import_job set state = ?, failure = ?, updated_at = ? where id = ?",
                List.of(ImportJob.State.FAILED.word(), Rows.storable(why), Rows.time(now), id));
    }

    /** What has not moved for long was cut: its process is gone. */
    @Transactional
    public int cutStalled(Instant lastMovedBefore) {
        return rows.change(
                "update import_job set state = 'cut', failure = ? where state = 'running' and updated_at < ?",
                List.of(INTERRUPTED, Rows.time(lastMovedBefore)));
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
                "update import_job taken set header = cut.header, tally = cut.tally, refused_kept = cut.refused_kept,"
                        + " digest = cut.digest from import_job cut where cut.id = ? and taken.id = ?",
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
}

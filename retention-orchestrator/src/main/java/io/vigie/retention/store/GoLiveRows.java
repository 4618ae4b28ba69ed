package io.vigie.retention.store;

import io.vigie.retention.golive.Outlook;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Goings live between Java and their table; whoever works on one has it locked until they are through. */
@ApplicationScoped
class GoLiveRows {
    private static final String INSERT = """
            INSERT INTO go_live (id, state, made_at, made_by, days, history_days, decided_for, policy)
            VALUES (?, 'trying', ?, ?, ?, ?, ?, ?)""";
    private static final String TO_DO =
            "SELECT * FROM go_live WHERE state = ? ORDER BY made_at LIMIT 1 FOR UPDATE SKIP LOCKED";
    private static final String CONFIRM = "UPDATE go_live SET state = 'doing', confirmed_by = ?, live_from = ?"
            + " WHERE id = ? AND state = 'ready' AND NOT EXISTS (SELECT FROM go_live WHERE state IN ('doing', 'done'))";
    private static final String GO_ON = """
            UPDATE go_live SET done_to = ?, decided = decided + ?, opened = opened + ?, left_alone = left_alone + ?
            WHERE id = ?""";

    private final Database database;

    GoLiveRows(Database database) {
        this.database = database;
    }

    void insert(UUID id, Instant now, String by, int days, int historyDays, Instant decidedFor, String policy) {
        database.update(INSERT, id, now, by, days, historyDays, decidedFor, policy);
    }

    Optional<GoLive> find(UUID id) {
        return database.rows("SELECT * FROM go_live WHERE id = ?", GoLiveRows::goLive, id).stream()
                .findFirst();
    }

    List<GoLive> latest(int limit) {
        return database.rows("SELECT * FROM go_live ORDER BY made_at DESC, id LIMIT ?", GoLiveRows::goLive, limit);
    }

    /** The one that is being done or was done. */
    Optional<GoLive> live() {
        return database.rows("SELECT * FROM go_live WHERE state IN ('doing', 'done')", GoLiveRows::goLive).stream()
                .findFirst();
    }

    /** The next in a state, locked; none where another instance is at it. */
    Optional<GoLive> take(GoLive.State state) {
        return database.rows(TO_DO, GoLiveRows::goLive, state).stream().findFirst();
    }

    void ready(UUID id, Outlook outlook) {
        database.update("UPDATE go_live SET state = 'ready', outlook = ?::jsonb WHERE id = ?", Json.of(outlook), id);
    }

    void failed(UUID id, String problem) {
        database.update("UPDATE go_live SET state = 'failed', problem = ? WHERE id = ?", problem, id);
    }

    boolean confirm(UUID id, String by, Instant liveFrom) {
        return database.update(CONFIRM, by, liveFrom, id) == 1;
    }

    String doneTo(UUID id) {
        return database.rows("SELECT done_to FROM go_live WHERE id = ?", row -> row.text("done_to"), id)
                .getFirst();
    }

    void goneOn(UUID id, String doneTo, long decided, long opened, long leftAlone) {
        database.update(GO_ON, doneTo, decided, opened, leftAlone, id);
    }

    void done(UUID id, Instant now) {
        database.update("UPDATE go_live SET state = 'done', done_at = ? WHERE id = ?", now, id);
    }

    private static GoLive goLive(Row row) throws SQLException {
        return new GoLive(
                row.uuid("id"),
                row.word(GoLive.State.class, "state"),
                row.instant("made_at"),
                row.text("made_by"),
                (int) row.number("days"),
                (int) row.number("history_days"),
                row.instant("decided_for"),
                row.text("policy"),
                row.maybeJson(Json.OUTLOOK, "outlook"),
                row.maybeText("problem"),
                row.maybeText("confirmed_by"),
                row.maybeInstant("live_from"),
                row.number("decided"),
                row.number("opened"),
                row.number("left_alone"),
                row.maybeInstant("done_at"));
    }
}

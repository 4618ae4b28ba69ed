package io.vigie.retention.store;

import io.vigie.retention.policy.PolicyText;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** Versions of the policy between Java and their table; each step is taken once, by whoever comes first. */
@ApplicationScoped
class PolicyRows {
    private static final String ALL = "SELECT * FROM policy_version ORDER BY drafted_at DESC, version";
    private static final String TEXT = "SELECT dmn, figures FROM policy_version WHERE version = ?";
    private static final String SCHEDULE = "SELECT version, live_from FROM policy_version WHERE live_from IS NOT NULL";
    private static final String DRAFT = """
            INSERT INTO policy_version (version, dmn, figures, author, drafted_at) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT DO NOTHING""";
    private static final String APPROVE = """
            UPDATE policy_version SET approved_by = ?, approved_at = ?
            WHERE version = ? AND approved_by IS NULL AND author <> ?""";
    private static final String PUBLISH = """
            UPDATE policy_version SET published_by = ?, published_at = ?, live_from = ?
            WHERE version = ? AND approved_by IS NOT NULL AND live_from IS NULL
                AND NOT EXISTS (SELECT FROM policy_version WHERE live_from = ?)""";
    private static final String ONE_AT_A_TIME = "SELECT pg_advisory_xact_lock(6610392744) IS NULL AS waited";

    private final Database database;

    PolicyRows(Database database) {
        this.database = database;
    }

    /** The latest first. */
    List<PolicyVersion> all(Instant now) {
        List<PolicyVersion> kept = database.rows(ALL, row -> version(row, now));
        Optional<Instant> liveSince = kept.stream()
                .flatMap(one -> one.liveFrom().stream())
                .filter(from -> !from.isAfter(now))
                .max(Instant::compareTo);
        return kept.stream()
                .map(one -> one.state() == PolicyVersion.State.LIVE
                                && !one.liveFrom().equals(liveSince)
                        ? one.in(PolicyVersion.State.SUPERSEDED)
                        : one)
                .toList();
    }

    Optional<PolicyText> text(String version) {
        return database.rows(TEXT, row -> new PolicyText(row.text("dmn"), row.text("figures")), version).stream()
                .findFirst();
    }

    /** Each version's name by the instant from which it holds. */
    NavigableMap<Instant, String> schedule() {
        NavigableMap<Instant, String> schedule = new TreeMap<>();
        database.rows(SCHEDULE, row -> schedule.put(row.instant("live_from"), row.text("version")) == null);
        return schedule;
    }

    boolean draft(String version, PolicyText text, String by, Instant now) {
        return database.update(DRAFT, version, text.table(), text.figures(), by, now) == 1;
    }

    boolean approve(String version, String by, Instant now) {
        return database.update(APPROVE, by, now, version, by) == 1;
    }

    boolean publish(String version, String by, Instant now, Instant from) {
        return database.update(PUBLISH, by, now, from, version, from) == 1;
    }

    /** Until the transaction ends nobody else publishes. */
    void takeTurns() {
        database.rows(ONE_AT_A_TIME, row -> row.is("waited"));
    }

    private static PolicyVersion version(Row row, Instant now) throws SQLException {
        Optional<Instant> from = row.maybeInstant("live_from");
        PolicyVersion.State state = from.map(
                        at -> at.isAfter(now) ? PolicyVersion.State.SCHEDULED : PolicyVersion.State.LIVE)
                .orElse(
                        row.maybeText("approved_by").isPresent()
                                ? PolicyVersion.State.APPROVED
                                : PolicyVersion.State.DRAFT);
        return new PolicyVersion(
                row.text("version"),
                state,
                row.maybeText("author"),
                row.maybeInstant("drafted_at"),
                row.maybeText("approved_by"),
                row.maybeInstant("approved_at"),
                row.maybeText("published_by"),
                from);
    }
}

package io.vigie.retention.store;

import io.vigie.retention.RetentionSettings;
import io.vigie.retention.law.LawBook;
import io.vigie.retention.policy.Flaw;
import io.vigie.retention.policy.Policy;
import io.vigie.retention.policy.PolicyCheck;
import io.vigie.retention.policy.PolicyText;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Versions of the policy: drafted by one person, approved by another, live from an instant on. */
@ApplicationScoped
public class PolicyShelf {
    /** By then every instance has heard of it, so that all switch at the same instant. */
    static final Duration NOTICE = Duration.ofSeconds(10);

    private static final String ALL = "SELECT * FROM policy_version ORDER BY drafted_at DESC, version";
    private static final String TEXT = "SELECT dmn, figures FROM policy_version WHERE version = ?";
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
    private final AuditLog audit;
    private final Policy given;
    private final LawBook laws;
    private final RetentionSettings settings;
    private final Clock clock;

    PolicyShelf(
            Database database, AuditLog audit, Policy given, LawBook laws, RetentionSettings settings, Clock clock) {
        this.database = database;
        this.audit = audit;
        this.given = given;
        this.laws = laws;
        this.settings = settings;
        this.clock = clock;
    }

    /** The latest first, the one that was there from the beginning last. */
    @Transactional
    public List<PolicyVersion> versions() {
        Instant now = clock.instant();
        List<PolicyVersion> kept = database.rows(ALL, row -> version(row, now));
        Optional<Instant> liveSince = kept.stream()
                .flatMap(one -> one.liveFrom().stream())
                .filter(from -> !from.isAfter(now))
                .max(Instant::compareTo);
        List<PolicyVersion> all = new ArrayList<>(
                kept.stream().map(one -> superseded(one, liveSince)).toList());
        all.add(new PolicyVersion(
                given.version(),
                liveSince.isPresent() ? PolicyVersion.State.SUPERSEDED : PolicyVersion.State.LIVE,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty()));
        return all;
    }

    /** The name of the version that decides now. */
    public String live() {
        return versions().stream()
                .filter(version -> version.state() == PolicyVersion.State.LIVE)
                .map(PolicyVersion::version)
                .findFirst()
                .orElseThrow();
    }

    public Optional<PolicyVersion> find(String version) {
        return versions().stream().filter(one -> one.version().equals(version)).findFirst();
    }

    /** As it was written. */
    @Transactional
    public Optional<Policy> read(String version) {
        if (version.equals(given.version())) {
            return Optional.of(given);
        }
        return database.rows(TEXT, row -> new PolicyText(row.text("dmn"), row.text("figures")), version).stream()
                .findFirst()
                .map(text -> Policy.of(text, settings.zone(), laws));
    }

    /**
     * A new draft under the version that its figures name.
     *
     * @throws PolicyMove where it is flawed, or the version exists
     */
    @Transactional
    public PolicyVersion draft(PolicyText text, String by) {
        List<Flaw> flaws = PolicyCheck.flaws(text, settings.zone(), laws);
        if (!flaws.isEmpty()) {
            throw PolicyMove.flawed(flaws);
        }
        String version = Policy.of(text, settings.zone(), laws).version();
        Instant now = clock.instant();
        boolean free = !version.equals(given.version())
                && database.update(DRAFT, version, text.table(), text.figures(), by, now) == 1;
        if (!free) {
            throw PolicyMove.outOfTurn(
                    "There is a version " + version + " already; change \"version\" in policy.yaml.");
        }
        return noted(version, "policy drafted", by, now, "");
    }

    /**
     * @param tag of the version as the person saw it
     * @throws PolicyMove where it was changed since, is approved, or is their own
     */
    @Transactional
    public PolicyVersion approve(String version, String by, Optional<String> tag) {
        Instant now = clock.instant();
        PolicyVersion seen = seen(version, tag);
        if (database.update(APPROVE, by, now, version, by) != 1) {
            throw PolicyMove.outOfTurn(
                    seen.author().filter(by::equals).isPresent()
                            ? "A policy is approved by another person than its author; ask a colleague."
                            : "This version is no draft any more: it is "
                                    + seen.state().word() + ".");
        }
        return noted(version, "policy approved", by, now, "");
    }

    /**
     * @param from when it goes live; as soon as all instances can know of it unless said
     * @throws PolicyMove where it was changed since, is not approved, or another goes live then
     */
    @Transactional
    public PolicyVersion publish(String version, Optional<Instant> from, String by, Optional<String> tag) {
        database.rows(ONE_AT_A_TIME, row -> row.is("waited"));
        Instant now = clock.instant();
        Instant soonest = now.plus(NOTICE);
        Instant live = from.orElse(soonest);
        PolicyVersion seen = seen(version, tag);
        if (live.isBefore(soonest)) {
            throw PolicyMove.outOfTurn("from: must be " + NOTICE.toSeconds()
                    + " seconds ahead at least, so that all instances switch together; leave it out for that.");
        }
        if (database.update(PUBLISH, by, now, live, version, live) != 1) {
            throw PolicyMove.outOfTurn(
                    seen.approved()
                            ? "Another version goes live at that very instant; choose another."
                            : "Only an approved version can go live; this one is "
                                    + seen.state().word() + ".");
        }
        return noted(version, "policy published from " + live, by, now, "");
    }

    private PolicyVersion seen(String version, Optional<String> tag) {
        PolicyVersion now =
                find(version).orElseThrow(() -> PolicyMove.outOfTurn("There is no version " + version + "."));
        if (tag.filter(one -> !one.equals(now.tag())).isPresent()) {
            throw PolicyMove.stale();
        }
        return now;
    }

    private PolicyVersion noted(String version, String deed, String by, Instant at, String because) {
        audit.note(at, by, deed, "policy/" + version, because);
        return find(version).orElseThrow();
    }

    private static PolicyVersion superseded(PolicyVersion one, Optional<Instant> liveSince) {
        boolean past =
                one.state() == PolicyVersion.State.LIVE && !one.liveFrom().equals(liveSince);
        return past
                ? new PolicyVersion(
                        one.version(),
                        PolicyVersion.State.SUPERSEDED,
                        one.author(),
                        one.draftedAt(),
                        one.approvedBy(),
                        one.approvedAt(),
                        one.publishedBy(),
                        one.liveFrom())
                : one;
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

package io.vigie.retention.store;

import io.vigie.retention.RetentionSettings;
import io.vigie.retention.law.LawBook;
import io.vigie.retention.policy.Flaw;
import io.vigie.retention.policy.Policy;
import io.vigie.retention.policy.PolicyCheck;
import io.vigie.retention.policy.PolicyText;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
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

    private final PolicyRows rows;
    private final AuditLog audit;
    private final Policy given;
    private final LawBook laws;
    private final RetentionSettings settings;
    private final Clock clock;

    PolicyShelf(PolicyRows rows, AuditLog audit, Policy given, LawBook laws, RetentionSettings settings, Clock clock) {
        this.rows = rows;
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
        List<PolicyVersion> all = new ArrayList<>(rows.all(now));
        boolean replaced = all.stream().anyMatch(one -> one.state() == PolicyVersion.State.LIVE);
        all.add(PolicyVersion.given(
                given.version(), replaced ? PolicyVersion.State.SUPERSEDED : PolicyVersion.State.LIVE));
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
        return rows.text(version).map(text -> Policy.of(text, settings.zone(), laws));
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
        boolean free = !version.equals(given.version()) && rows.draft(version, text, by, now);
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
        if (!rows.approve(version, by, now)) {
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
        rows.takeTurns();
        Instant now = clock.instant();
        Instant soonest = now.plus(NOTICE);
        Instant live = from.orElse(soonest);
        PolicyVersion seen = seen(version, tag);
        if (live.isBefore(soonest)) {
            throw PolicyMove.outOfTurn("from: must be " + NOTICE.toSeconds()
                    + " seconds ahead at least, so that all instances switch together; leave it out for that.");
        }
        if (!rows.publish(version, by, now, live)) {
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
}

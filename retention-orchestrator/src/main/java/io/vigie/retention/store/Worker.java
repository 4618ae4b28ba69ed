package io.vigie.retention.store;

import io.micrometer.core.instrument.MeterRegistry;
import io.vigie.events.retention.Action;
import io.vigie.events.retention.Outcome;
import io.vigie.events.retention.Team;
import io.vigie.retention.casework.Doer;
import io.vigie.retention.casework.OverruleDesk;
import io.vigie.retention.casework.Report;
import io.vigie.retention.casework.SnoozeReason;
import io.vigie.retention.casework.TaskDesk;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * What people do to tasks, kept as it happens and audited. Each deed says false where there is no such task, and throws
 * {@link io.vigie.retention.casework.IllegalMove} where the task's state does not allow it.
 */
@ApplicationScoped
public class Worker {
    private static final Doer PLANNER = new Doer("vigie", true);

    private final Deeds deeds;
    private final TaskDesk desk;
    private final OverruleDesk overruling;
    private final TaskRows rows;
    private final OfferBook offers;
    private final AuditLog audit;
    private final MeterRegistry metrics;
    private final Clock clock;

    Worker(
            Deeds deeds,
            TaskDesk desk,
            OverruleDesk overruling,
            TaskRows rows,
            OfferBook offers,
            AuditLog audit,
            MeterRegistry metrics,
            Clock clock) {
        this.deeds = deeds;
        this.desk = desk;
        this.overruling = overruling;
        this.rows = rows;
        this.offers = offers;
        this.audit = audit;
        this.metrics = metrics;
        this.clock = clock;
    }

    /** A task, and how whoever means it saw it last, where they say. */
    public record Seen(UUID task, Optional<Long> version) {
        public static Seen any(UUID task) {
            return new Seen(task, Optional.empty());
        }
    }

    public boolean claim(UUID task, String by) {
        return claim(Seen.any(task), Doer.agent(by));
    }

    /**
     * @throws StaleVersion when the task has changed since
     */
    @Transactional
    public boolean claim(Seen seen, Doer by) {
        return done("claim", seen, by, "", at -> dossier -> desk.claim(dossier, seen.task, by, at));
    }

    /** What has come about already is said of any task, whoever was to see to it. */
    public boolean complete(UUID task, Outcome outcome, String note, String by) {
        return complete(Seen.any(task), Report.of(outcome, note), new Doer(by, true));
    }

    /**
     * @throws StaleVersion when the task has changed since
     */
    @Transactional
    public boolean complete(Seen seen, Report report, Doer by) {
        return done("complete", seen, by, report.outcome().word(), at -> dossier -> {
            if (report.outcome() == Outcome.OFFER_ACCEPTED) {
                offers.taken(seen.task, by);
            }
            return desk.complete(dossier, seen.task, report, by, at);
        });
    }

    /**
     * @throws StaleVersion when the task has changed since
     */
    @Transactional
    public boolean release(Seen seen, Doer by) {
        return done("release", seen, by, "", at -> dossier -> desk.release(dossier, seen.task, by, at));
    }

    /**
     * @throws StaleVersion when the task has changed since
     */
    @Transactional
    public boolean snooze(Seen seen, Instant until, SnoozeReason because, Doer by) {
        String detail = because.word() + " until " + until;
        return done(
                "snooze", seen, by, detail, at -> dossier -> desk.snooze(dossier, seen.task, until, because, by, at));
    }

    /**
     * @param person whom it is meant for in that team, where somebody in particular
     * @throws StaleVersion when the task has changed since
     */
    @Transactional
    public boolean handTo(Seen seen, Team team, Optional<String> person, Doer by) {
        Instant now = clock.instant();
        String detail =
                team.word() + person.map(one -> " " + audit.naming(one, now)).orElse("");
        return done("assign", seen, by, detail, at -> dossier -> desk.handTo(dossier, seen.task, team, person, at));
    }

    /** Something softer takes the place of a task that nobody has the time for. */
    @Transactional
    public boolean fallBack(UUID task) {
        return done("fall-back", Seen.any(task), PLANNER, "", at -> dossier -> desk.fallBack(dossier, task, at));
    }

    /**
     * The plan gives a task to somebody, unless it has changed since.
     *
     * @throws StaleVersion when it has
     */
    @Transactional
    public boolean give(Seen seen, Team team, String person) {
        return handTo(seen, team, Optional.of(person), PLANNER);
    }

    /** What goes out by itself elsewhere needs a person of that team here. */
    public boolean give(Seen seen, Team team) {
        return handTo(seen, team, Optional.empty(), PLANNER);
    }

    private boolean done(String did, Seen seen, Doer by, String detail, Deed deed) {
        Instant now = clock.instant();
        boolean found = deeds.onTask(seen.task, dossier -> {
            // the dossier is locked by now, so that nobody can change the task in between
            if (seen.version.filter(known -> known != rows.version(seen.task)).isPresent()) {
                throw new StaleVersion("task");
            }
            return deed.at(now).on(dossier);
        });
        if (found) {
            metrics.counter("vigie.retention.deeds", "did", did).increment();
            audit.note(now, by.name(), did, "task/" + seen.task, detail);
        }
        return found;
    }

    @FunctionalInterface
    private interface Deed {
        Deeds.Deed at(Instant now);
    }

    /**
     * Sets aside what the policy decided for a customer, and notes who did and why.
     *
     * @return false where nothing is known of the customer
     * @throws io.vigie.retention.casework.IllegalMove when it cannot be
     */
    @Transactional
    public boolean overrule(String customer, OverruleDesk.Choice choice) {
        Instant now = clock.instant();
        boolean known = deeds.onCustomer(customer, dossier -> overruling.overrule(dossier, choice, now));
        if (known) {
            String instead = choice.instead().map(Action::word).orElse("no action");
            audit.note(now, choice.by(), "overruled: " + instead, "customer/" + customer, choice.because());
        }
        return known;
    }
}

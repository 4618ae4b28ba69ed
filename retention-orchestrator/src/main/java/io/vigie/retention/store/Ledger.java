package io.vigie.retention.store;

import io.vigie.events.risk.RiskAssessed;
import io.vigie.events.wire.Tick;
import io.vigie.retention.casework.Announcement;
import io.vigie.retention.casework.Assessment;
import io.vigie.retention.casework.CaseDesk;
import io.vigie.retention.casework.Dossier;
import io.vigie.retention.casework.Turn;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * One transaction for all that an event changes: inbox, dossier, case, tasks, deadlines, outbox. So a crash leaves either
 * nothing of it or all, and a second delivery changes nothing.
 */
@ApplicationScoped
public class Ledger {
    private static final int AT_ONCE = 500;

    private final Inbox inbox;
    private final Dossiers dossiers;
    private final Outbox outbox;
    private final Ticks ticks;
    private final UnreadableRecords unreadables;
    private final Erasures erasures;
    private final CaseDesk desk;
    private final Clock clock;

    Ledger(
            Inbox inbox,
            Dossiers dossiers,
            Outbox outbox,
            Ticks ticks,
            UnreadableRecords unreadables,
            Erasures erasures,
            CaseDesk desk,
            Clock clock) {
        this.inbox = inbox;
        this.dossiers = dossiers;
        this.outbox = outbox;
        this.ticks = ticks;
        this.unreadables = unreadables;
        this.erasures = erasures;
        this.desk = desk;
        this.clock = clock;
    }

    /**
     * Takes arrivals in their order, each once for all time.
     *
     * @return how many could not be read, or not be decided on
     */
    @Transactional
    public int take(List<Arrival> arrivals) {
        int lacking = 0;
        List<Arrival> since = new ArrayList<>();
        for (Arrival arrival : arrivals) {
            switch (arrival) {
                case Arrival.Risk _, Arrival.Unreadable _ -> since.add(arrival);
                case Arrival.TickPassed(Arrival.Origin _, var tick) -> {
                    lacking += takeUpTo(since);
                    pass(tick);
                }
                case Arrival.Erased erased -> {
                    lacking += takeUpTo(since);
                    erase(erased);
                }
            }
        }
        return lacking + takeUpTo(since);
    }

    /** What came before a tick or an erasure is dealt with before it. */
    private int takeUpTo(List<Arrival> since) {
        List<Arrival.Unreadable> unreadable = new ArrayList<>();
        List<Arrival.Risk> risks = new ArrayList<>();
        for (Arrival arrival : since) {
            switch (arrival) {
                case Arrival.Risk risk -> risks.add(risk);
                case Arrival.Unreadable one -> unreadable.add(one);
                case Arrival.TickPassed _, Arrival.Erased _ ->
                    throw new IllegalStateException("what parts the others stands among them");
            }
        }
        since.clear();
        unreadable.addAll(takeRisks(risks));
        return unreadables.keep(unreadable, clock.instant());
    }

    private void pass(Tick tick) {
        if (ticks.firstTime(tick)) {
            pass(dossiers.dueIn(tick.partition(), tick.time()), tick.time());
            outbox.forward(tick);
        }
    }

    private void erase(Arrival.Erased erased) {
        if (erasures.firstTime(erased)) {
            Tray tray = dossiers.takeOut(List.of(erased.customer()));
            if (tray.holds(erased.customer())) {
                tray.take(desk.erased(tray.of(erased.customer()), erased.event(), erased.at(), clock.instant()));
                keep(tray);
            }
            erasures.carryOut(erased);
            outbox.forward(erased);
        }
    }

    /**
     * Deals with some of what has fallen due by now, none of which another instance is busy with.
     *
     * @return whether there may be more
     */
    @Transactional
    public boolean passSome(Instant now) {
        List<String> customers = dossiers.dueAndFree(now, AT_ONCE);
        pass(customers, now);
        return !customers.isEmpty();
    }

    /**
     * Lets a worker do something to a task.
     *
     * @return false where there is no such task
     */
    @Transactional
    public boolean onTask(UUID task, UnaryTurn deed) {
        return dossiers.customerOf(task)
                .filter(customer -> onCustomer(customer, deed))
                .isPresent();
    }

    /**
     * Lets somebody do something to a customer's dossier.
     *
     * @return false where there is none
     */
    @Transactional
    public boolean onCustomer(String customer, UnaryTurn deed) {
        Tray tray = dossiers.takeOut(List.of(customer));
        if (!tray.holds(customer)) {
            return false;
        }
        tray.take(deed.on(tray.of(customer)));
        keep(tray);
        return true;
    }

    /**
     * Does the same to each of some customers.
     *
     * @return what was told of it
     */
    @Transactional
    public List<Announcement> onEach(List<String> customers, UnaryTurn deed) {
        Tray tray = dossiers.takeOut(customers);
        customers.stream().filter(tray::holds).forEach(name -> tray.take(deed.on(tray.of(name))));
        keep(tray);
        return tray.told();
    }

    private List<Arrival.Unreadable> takeRisks(List<Arrival.Risk> risks) {
        if (risks.isEmpty()) {
            return List.of();
        }
        Set<String> fresh =
                inbox.firstTimes(risks.stream().map(Arrival.Risk::assessment).toList());
        Map<String, Integer> partitions = new HashMap<>();
        Instant upTo = Instant.EPOCH;
        for (Arrival.Risk risk : risks) {
            if (fresh.contains(risk.assessment().event())) {
                RiskAssessed assessed = risk.assessment().risk();
                partitions.put(assessed.customer(), risk.origin().partition());
                upTo = assessed.asOf().isAfter(upTo) ? assessed.asOf() : upTo;
            }
        }
        Tray tray = dossiers.takeOut(partitions, upTo);
        List<Arrival.Unreadable> undecided = risks.stream()
                .filter(risk -> fresh.remove(risk.assessment().event()))
                .flatMap(risk -> decide(tray, risk).stream())
                .toList();
        keep(tray);
        return undecided;
    }

    /** What the policy has no answer to is kept and told of like what cannot be read. */
    private Optional<Arrival.Unreadable> decide(Tray tray, Arrival.Risk risk) {
        Assessment assessment = risk.assessment();
        try {
            tray.take(desk.assessed(tray.of(assessment.risk().customer()), assessment, clock.instant()));
            risk.origin().text().ifPresent(json -> tray.came(assessment.event(), json));
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of(new Arrival.Unreadable(risk.origin(), String.valueOf(e.getMessage())));
        }
    }

    private void pass(List<String> customers, Instant until) {
        for (int from = 0; from < customers.size(); from += AT_ONCE) {
            List<String> some = customers.subList(from, Math.min(customers.size(), from + AT_ONCE));
            Tray tray = dossiers.takeOut(some);
            some.stream().distinct().forEach(name -> tray.take(desk.passed(tray.of(name), until, clock.instant())));
            keep(tray);
        }
    }

    private void keep(Tray tray) {
        dossiers.putBack(tray);
        outbox.add(tray.told());
    }

    /** What one deed makes of one dossier. */
    @FunctionalInterface
    public interface UnaryTurn {
        Turn on(Dossier dossier);
    }
}

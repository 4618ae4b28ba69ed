package io.vigie.retention.store;

import io.vigie.events.wire.Tick;
import io.vigie.retention.casework.CaseDesk;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * One transaction for all that an event changes: inbox, dossier, case, tasks, deadlines, outbox. So a crash leaves either
 * nothing of it or all, and a second delivery changes nothing.
 */
@ApplicationScoped
public class Ledger {
    private final RiskIntake risks;
    private final Dossiers dossiers;
    private final Keeping keeping;
    private final Passing passing;
    private final Outbox outbox;
    private final Ticks ticks;
    private final UnreadableRecords unreadables;
    private final Erasures erasures;
    private final CaseDesk desk;
    private final Clock clock;

    Ledger(
            RiskIntake risks,
            Dossiers dossiers,
            Keeping keeping,
            Passing passing,
            Outbox outbox,
            Ticks ticks,
            UnreadableRecords unreadables,
            Erasures erasures,
            CaseDesk desk,
            Clock clock) {
        this.risks = risks;
        this.dossiers = dossiers;
        this.keeping = keeping;
        this.passing = passing;
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
        List<Arrival.Risk> readable = new ArrayList<>();
        for (Arrival arrival : since) {
            switch (arrival) {
                case Arrival.Risk risk -> readable.add(risk);
                case Arrival.Unreadable one -> unreadable.add(one);
                case Arrival.TickPassed _, Arrival.Erased _ ->
                    throw new IllegalStateException("what parts the others stands among them");
            }
        }
        since.clear();
        unreadable.addAll(risks.take(readable));
        return unreadables.keep(unreadable, clock.instant());
    }

    private void pass(Tick tick) {
        if (ticks.firstTime(tick)) {
            passing.pass(dossiers.dueIn(tick.partition(), tick.time()), tick.time());
            outbox.forward(tick);
        }
    }

    /** What a tick finds due, one by one: what is put off by that does not stand in its way any more. */
    void passEach(Tick tick) {
        passing.passEach(tick.partition(), tick.time());
    }

    private void erase(Arrival.Erased erased) {
        if (erasures.firstTime(erased)) {
            Tray tray = dossiers.takeOut(List.of(erased.customer()));
            if (tray.holds(erased.customer())) {
                tray.take(desk.erased(tray.of(erased.customer()), erased.event(), erased.at(), clock.instant()));
                keeping.keep(tray);
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
    public boolean passSome(Instant now) {
        return passing.passSome(now);
    }
}

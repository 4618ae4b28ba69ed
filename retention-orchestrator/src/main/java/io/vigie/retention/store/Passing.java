package io.vigie.retention.store;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.vigie.retention.casework.CaseDesk;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;

/** Deals with what falls due though nothing comes; one customer who cannot be dealt with holds up no other. */
@ApplicationScoped
class Passing {
    private static final Logger LOG = Logger.getLogger(Passing.class);
    private static final int AT_ONCE = 500;
    private static final Duration LATER = Duration.ofHours(1);

    private final Dossiers dossiers;
    private final Keeping keeping;
    private final CaseDesk desk;
    private final MeterRegistry metrics;
    private final Clock clock;

    Passing(Dossiers dossiers, Keeping keeping, CaseDesk desk, MeterRegistry metrics, Clock clock) {
        this.dossiers = dossiers;
        this.keeping = keeping;
        this.desk = desk;
        this.metrics = metrics;
        this.clock = clock;
    }

    /** In the transaction under way. */
    void pass(List<String> customers, Instant until) {
        for (int from = 0; from < customers.size(); from += AT_ONCE) {
            passTogether(customers.subList(from, Math.min(customers.size(), from + AT_ONCE)), until);
        }
    }

    /**
     * Some whom no other instance is busy with, in a transaction of their own; where that fails, one by one.
     *
     * @return whether there may be more
     */
    boolean passSome(Instant now) {
        try {
            return QuarkusTransaction.requiringNew().call(() -> {
                List<String> customers = dossiers.dueAndFree(now, AT_ONCE);
                passTogether(customers, now);
                return !customers.isEmpty();
            });
        } catch (RuntimeException e) {
            LOG.warnf("what fell due is dealt with one by one: %s", e.getMessage());
            List<String> customers = QuarkusTransaction.requiringNew().call(() -> dossiers.dueAndFree(now, AT_ONCE));
            customers.stream().distinct().forEach(customer -> passAlone(customer, now));
            return !customers.isEmpty();
        }
    }

    /**
     * One by one, each in a transaction of their own, so that only who cannot be dealt with is put off; nobody is while it is the
     * database that fails.
     */
    void passEach(int partition, Instant now) {
        List<String> customers = QuarkusTransaction.requiringNew().call(() -> dossiers.dueIn(partition, now));
        customers.stream().distinct().forEach(customer -> passAlone(customer, now));
    }

    private void passAlone(String customer, Instant now) {
        try {
            QuarkusTransaction.requiringNew().run(() -> passTogether(List.of(customer), now));
        } catch (RuntimeException e) {
            if (StoreFailure.mayPass(e)) {
                throw e;
            }
            QuarkusTransaction.requiringNew().run(() -> putOff(customer, now, e));
        }
    }

    private void passTogether(List<String> customers, Instant until) {
        Tray tray = dossiers.takeOut(customers);
        List<Runnable> failed = new ArrayList<>();
        customers.stream().distinct().forEach(customer -> {
            try {
                tray.take(desk.passed(tray.of(customer), until, clock.instant()));
            } catch (RuntimeException e) {
                failed.add(() -> putOff(customer, until, e));
            }
        });
        keeping.keep(tray);
        failed.forEach(Runnable::run);
    }

    private void putOff(String customer, Instant due, RuntimeException why) {
        LOG.errorf("what fell due for %s is put off by an hour: %s", customer, why);
        metrics.counter("vigie.retention.deadlines.put.off").increment();
        dossiers.putOff(customer, due, due.plus(LATER));
    }
}

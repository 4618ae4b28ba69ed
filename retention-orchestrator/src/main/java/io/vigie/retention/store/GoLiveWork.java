package io.vigie.retention.store;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.vigie.events.retention.CaseOpened;
import io.vigie.events.retention.NoActionDecided;
import io.vigie.retention.casework.Announcement;
import io.vigie.retention.casework.Dossier;
import io.vigie.retention.casework.Turn;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import org.jboss.logging.Logger;

/** Works out what going live would do, and does it, some customers at a time; another instance goes on where one dies. */
@ApplicationScoped
public class GoLiveWork {
    private static final Logger LOG = Logger.getLogger(GoLiveWork.class);
    private static final int AT_ONCE = 500;
    private static final int LONGEST_SECONDS = 3_600;

    private final GoLiveRows rows;
    private final GoLivePlans plans;
    private final Dossiers dossiers;
    private final Deeds deeds;
    private final PresentTime time;
    private final MeterRegistry metrics;
    private final Clock clock;

    GoLiveWork(
            GoLiveRows rows,
            GoLivePlans plans,
            Dossiers dossiers,
            Deeds deeds,
            PresentTime time,
            MeterRegistry metrics,
            Clock clock) {
        this.rows = rows;
        this.plans = plans;
        this.dossiers = dossiers;
        this.deeds = deeds;
        this.time = time;
        this.metrics = metrics;
        this.clock = clock;
    }

    /**
     * Works one out.
     *
     * @return whether there was one
     */
    public boolean tryNext() {
        return QuarkusTransaction.requiringNew()
                .timeout(LONGEST_SECONDS)
                .call(() -> rows.take(GoLive.State.TRYING).map(this::workedOut).isPresent());
    }

    /** A policy that has no answer for somebody is told of, rather than tried for ever. */
    private GoLive workedOut(GoLive one) {
        try {
            rows.ready(one.id(), plans.outlook(one));
        } catch (IllegalArgumentException e) {
            rows.failed(one.id(), String.valueOf(e.getMessage()));
        }
        return one;
    }

    /**
     * Does the next few customers of what somebody said to do.
     *
     * @return whether there may be more
     */
    public boolean doSome() {
        return QuarkusTransaction.requiringNew().call(() -> rows.take(GoLive.State.DOING)
                .filter(one -> !time.now().isBefore(one.liveFrom().orElseThrow()))
                .map(this::doneSome)
                .orElse(false));
    }

    private boolean doneSome(GoLive one) {
        List<String> names = dossiers.names(rows.doneTo(one.id()), AT_ONCE);
        if (names.isEmpty()) {
            rows.done(one.id(), clock.instant());
            return false;
        }
        var look = plans.firstLook(one);
        List<Announcement> told = deeds.onEach(names, dossier -> tried(look::take, dossier));
        long opened = count(told, CaseOpened.class);
        long leftAlone = count(told, NoActionDecided.class);
        rows.goneOn(one.id(), names.getLast(), names.size(), opened, leftAlone);
        metrics.counter("vigie.retention.go.live", "what", "decided").increment(names.size());
        metrics.counter("vigie.retention.go.live", "what", "opened").increment((double) opened);
        metrics.counter("vigie.retention.go.live", "what", "left-alone").increment((double) leftAlone);
        return true;
    }

    /** Whom the policy has no answer for stays as they are; the others do not wait for them. */
    private static Turn tried(Deeds.Deed deed, Dossier dossier) {
        try {
            return deed.on(dossier);
        } catch (IllegalArgumentException e) {
            LOG.errorf("going live left %s as they are: %s", dossier.customer(), e.getMessage());
            return new Turn(dossier, List.of(), List.of());
        }
    }

    private static long count(List<Announcement> told, Class<?> kind) {
        return told.stream().filter(one -> kind.isInstance(one.event())).count();
    }
}

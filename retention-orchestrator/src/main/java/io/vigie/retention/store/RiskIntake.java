package io.vigie.retention.store;

import io.vigie.events.risk.RiskAssessed;
import io.vigie.retention.casework.Assessment;
import io.vigie.retention.casework.CaseDesk;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;

/** Decides on the risks of a batch, each once for all time, with the dossiers of all their customers taken out together. */
@ApplicationScoped
class RiskIntake {
    private static final Logger LOG = Logger.getLogger(RiskIntake.class);

    private final Inbox inbox;
    private final Dossiers dossiers;
    private final Keeping keeping;
    private final CaseDesk desk;
    private final Clock clock;

    RiskIntake(Inbox inbox, Dossiers dossiers, Keeping keeping, CaseDesk desk, Clock clock) {
        this.inbox = inbox;
        this.dossiers = dossiers;
        this.keeping = keeping;
        this.desk = desk;
        this.clock = clock;
    }

    /** Those that could not be decided on. */
    List<Arrival.Unreadable> take(List<Arrival.Risk> risks) {
        if (risks.isEmpty()) {
            return List.of();
        }
        Set<String> fresh =
                inbox.firstTimes(risks.stream().map(Arrival.Risk::assessment).toList());
        Tray tray = takeOut(risks, fresh);
        List<Arrival.Unreadable> undecided = risks.stream()
                .filter(risk -> fresh.remove(risk.assessment().event()))
                .flatMap(risk -> decide(tray, risk).stream())
                .toList();
        keeping.keep(tray);
        return undecided;
    }

    private Tray takeOut(List<Arrival.Risk> risks, Set<String> fresh) {
        Map<String, Integer> partitions = new HashMap<>();
        Instant upTo = Instant.EPOCH;
        for (Arrival.Risk risk : risks) {
            if (fresh.contains(risk.assessment().event())) {
                RiskAssessed assessed = risk.assessment().risk();
                partitions.put(assessed.customer(), risk.origin().partition());
                upTo = assessed.asOf().isAfter(upTo) ? assessed.asOf() : upTo;
            }
        }
        return dossiers.takeOut(partitions, upTo);
    }

    /** What the policy has no answer to is kept and told of like what cannot be read. */
    private Optional<Arrival.Unreadable> decide(Tray tray, Arrival.Risk risk) {
        Assessment assessment = risk.assessment();
        try {
            tray.take(desk.assessed(tray.of(assessment.risk().customer()), assessment, clock.instant()));
            risk.origin().text().ifPresent(json -> tray.came(assessment.event(), json));
            return Optional.empty();
        } catch (RuntimeException e) {
            if (StoreFailure.mayPass(e)) {
                throw e;
            }
            LOG.warnf("%s is kept aside, nothing could be decided: %s", assessment.event(), e);
            return Optional.of(new Arrival.Unreadable(risk.origin(), e.toString()));
        }
    }
}

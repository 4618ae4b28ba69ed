package io.vigie.retention.store;

import io.vigie.retention.RetentionSettings;
import io.vigie.retention.casework.Assessment;
import io.vigie.retention.casework.Dossier;
import io.vigie.retention.policy.Occasion;
import io.vigie.retention.policy.Policy;
import io.vigie.retention.policy.SaveRates;
import io.vigie.retention.policy.Simulation;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** Tries a policy on everybody's present state, a thousand dossiers at a time and without touching one. */
@ApplicationScoped
public class Rehearsals {
    private static final int AT_ONCE = 1_000;
    private static final String LATEST = "SELECT coalesce(max(as_of), ?) AS latest FROM inbox";

    private final Dossiers dossiers;
    private final Savings savings;
    private final Database database;
    private final RetentionSettings settings;
    private final Clock clock;

    Rehearsals(Dossiers dossiers, Savings savings, Database database, RetentionSettings settings, Clock clock) {
        this.dossiers = dossiers;
        this.savings = savings;
        this.database = database;
        this.settings = settings;
        this.clock = clock;
    }

    /** As though nobody were at work on anybody yet; objecting and lost customers with them, for rows speak of those too. */
    public Simulation.Result simulate(Policy live, Policy draft) {
        Instant now = now();
        SaveRates rates = savings.rates();
        Simulation simulation = new Simulation(live, draft, settings.zone());
        List<Dossier> page = dossiers.known("", AT_ONCE);
        while (!page.isEmpty()) {
            page.forEach(dossier -> dossier.latest()
                    .map(Assessment::risk)
                    .ifPresent(risk -> simulation.take(
                            new Occasion(risk, now, dossier.past(), rates, dossier.customer() + "/rehearsal"))));
            page = dossiers.known(page.getLast().customer(), AT_ONCE);
        }
        return simulation.result();
    }

    /** In a replay the time it has come to. */
    private Instant now() {
        Instant wallClock = clock.instant();
        return settings.mode() == RetentionSettings.Mode.LIVE
                ? wallClock
                : database.rows(LATEST, row -> row.instant("latest"), wallClock).getFirst();
    }
}

package io.vigie.retention.store;

import io.vigie.events.risk.RiskAssessed;
import io.vigie.retention.RetentionSettings;
import io.vigie.retention.casework.Assessment;
import io.vigie.retention.casework.Dossier;
import io.vigie.retention.policy.Knowledge;
import io.vigie.retention.policy.Occasion;
import io.vigie.retention.policy.Policy;
import io.vigie.retention.rehearsal.ControlComparison;
import io.vigie.retention.rehearsal.Effect;
import io.vigie.retention.rehearsal.PastDecision;
import io.vigie.retention.rehearsal.Retrospect;
import io.vigie.retention.rehearsal.Simulation;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tries a policy on everybody's present state and past decisions, a thousand dossiers at a time and touching none. */
@ApplicationScoped
public class Rehearsals {
    private static final int AT_ONCE = 1_000;
    private static final double CENTS = 100;

    private final Dossiers dossiers;
    private final PastDecisions past;
    private final PolicyShelf shelf;
    private final Savings savings;
    private final Beginning beginning;
    private final PresentTime time;
    private final RetentionSettings settings;

    Rehearsals(
            Dossiers dossiers,
            PastDecisions past,
            PolicyShelf shelf,
            Savings savings,
            Beginning beginning,
            PresentTime time,
            RetentionSettings settings) {
        this.dossiers = dossiers;
        this.past = past;
        this.shelf = shelf;
        this.savings = savings;
        this.beginning = beginning;
        this.time = time;
        this.settings = settings;
    }

    /** What a draft would do to everybody now, and what past decisions tell of its effect and of acting at all. */
    public record Rehearsal(Simulation.Result result, Effect effect, ControlComparison.Acting acting) {}

    /** As though nobody were at work on anybody yet; objecting and lost customers with them, for rows speak of those too. */
    public Rehearsal of(Policy live, Policy draft) {
        Instant now = time.now();
        Knowledge known = Knowledge.of(savings.rates()).since(beginning.history());
        Map<String, Optional<Policy>> versions = new HashMap<>();
        Simulation simulation = new Simulation(live, draft, settings.zone());
        Retrospect retrospect =
                new Retrospect(live, draft, name -> versions.computeIfAbsent(name, shelf::read), known, CENTS);
        List<Dossier> page = dossiers.known("", AT_ONCE);
        while (!page.isEmpty()) {
            page.forEach(dossier -> dossier.latest()
                    .map(Assessment::risk)
                    .ifPresent(risk -> simulation.take(
                            new Occasion(risk, now, dossier.past(), known, dossier.customer() + "/rehearsal"))));
            lookBack(retrospect, page, now);
            page = dossiers.known(page.getLast().customer(), AT_ONCE);
        }
        return new Rehearsal(simulation.result(), retrospect.effect(), retrospect.acting());
    }

    private void lookBack(Retrospect retrospect, List<Dossier> page, Instant now) {
        Map<String, List<PastDecision>> decisions =
                past.of(page.stream().map(Dossier::customer).toList(), now.minus(Retrospect.patience()));
        for (Dossier dossier : page) {
            RiskAssessed latest = dossier.latest().orElseThrow().risk();
            decisions.getOrDefault(dossier.customer(), List.of()).forEach(one -> retrospect.take(one, latest));
        }
    }
}

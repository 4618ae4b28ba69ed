package io.vigie.retention.store;

import io.vigie.events.risk.RiskAssessed;
import io.vigie.retention.RetentionSettings;
import io.vigie.retention.casework.Dossier;
import io.vigie.retention.casework.Tiers;
import io.vigie.retention.casework.WorkRules;
import io.vigie.retention.policy.Policy;
import io.vigie.retention.policy.Rulebook;
import io.vigie.retention.rehearsal.ControlComparison;
import io.vigie.retention.rehearsal.Drawn;
import io.vigie.retention.rehearsal.Effect;
import io.vigie.retention.rehearsal.PastDecision;
import io.vigie.retention.rehearsal.PastRisks;
import io.vigie.retention.rehearsal.Result;
import io.vigie.retention.rehearsal.Retrospect;
import io.vigie.retention.rehearsal.Simulation;
import io.vigie.retention.rehearsal.Span;
import io.vigie.retention.rehearsal.Work;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tries a policy on the risks and the decisions of the past, and touches nothing. */
@ApplicationScoped
public class Rehearsals {
    private static final Duration USUAL = Duration.ofDays(90);
    private static final int AT_ONCE = 1_000;
    private static final String CUSTOMERS = "SELECT count(*) AS customers FROM dossier WHERE latest IS NOT NULL";

    private final PastRisks risks;
    private final Dossiers dossiers;
    private final PastDecisions past;
    private final PolicyShelf shelf;
    private final Rulebook rulebook;
    private final WorkRules rules;
    private final Tiers tiers;
    private final PresentTime time;
    private final RetentionSettings settings;
    private final Database database;

    Rehearsals(
            PastRisks risks,
            Dossiers dossiers,
            PastDecisions past,
            PolicyShelf shelf,
            Rulebook rulebook,
            WorkRules rules,
            Tiers tiers,
            PresentTime time,
            RetentionSettings settings,
            Database database) {
        this.risks = risks;
        this.dossiers = dossiers;
        this.past = past;
        this.shelf = shelf;
        this.rulebook = rulebook;
        this.rules = rules;
        this.tiers = tiers;
        this.time = time;
        this.settings = settings;
        this.database = database;
    }

    /** What a draft would have done, and what past decisions tell of its effect and of acting at all. */
    public record Rehearsal(Result result, Effect effect, ControlComparison.Acting acting) {}

    /**
     * The part of the past that is meant.
     *
     * @param from ninety days before the end unless there
     * @param to now unless there
     * @throws IllegalArgumentException when it is empty or too long
     */
    public Span span(Optional<Instant> from, Optional<Instant> to) {
        Instant end = to.orElseGet(time::now);
        return new Span(from.orElse(end.minus(USUAL)), end);
    }

    /**
     * @throws PastRisks.Unreachable when the risks cannot be read now
     */
    public Rehearsal of(Policy live, Policy draft, Span span) {
        Simulation simulation =
                new Simulation(live, draft, new Work(rules, tiers, rulebook.known()), span, settings.zone());
        Drawn drawn = Drawn.of(
                settings.simulatedCustomers(),
                database.rows(CUSTOMERS, row -> row.number("customers")).getFirst());
        risks.each(span, drawn, simulation);
        Retrospect retrospect = lookBack(live, draft);
        return new Rehearsal(simulation.result(drawn.share()), retrospect.effect(), retrospect.acting());
    }

    private Retrospect lookBack(Policy live, Policy draft) {
        Instant known = time.now().minus(Retrospect.patience());
        Map<String, Optional<Policy>> versions = new HashMap<>();
        Retrospect retrospect =
                new Retrospect(live, draft, name -> versions.computeIfAbsent(name, shelf::read), rulebook.known());
        List<Dossier> page = dossiers.known("", AT_ONCE);
        while (!page.isEmpty()) {
            Map<String, List<PastDecision>> decisions =
                    past.of(page.stream().map(Dossier::customer).toList(), known);
            for (Dossier dossier : page) {
                RiskAssessed latest = dossier.latest().orElseThrow().risk();
                decisions.getOrDefault(dossier.customer(), List.of()).forEach(one -> retrospect.take(one, latest));
            }
            page = dossiers.known(page.getLast().customer(), AT_ONCE);
        }
        return retrospect;
    }
}

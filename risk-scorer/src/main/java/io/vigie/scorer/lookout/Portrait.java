package io.vigie.scorer.lookout;

import io.vigie.events.reasons.Wording;
import io.vigie.events.risk.RiskAssessed;
import io.vigie.events.risk.RiskLevel;
import io.vigie.events.signal.Signal;
import io.vigie.events.signal.SignalCatalogue;
import io.vigie.scorer.explanation.ToldReason;
import io.vigie.scorer.lookout.CustomerPage.Band;
import io.vigie.scorer.lookout.CustomerPage.Bar;
import io.vigie.scorer.lookout.CustomerPage.Coming;
import io.vigie.scorer.lookout.CustomerPage.Move;
import io.vigie.scorer.model.Scorecard;
import io.vigie.scorer.profile.Entry;
import io.vigie.scorer.watch.Charting;
import io.vigie.scorer.watch.Course;
import io.vigie.scorer.watch.Hindsight;
import io.vigie.scorer.watch.Ledger;
import io.vigie.scorer.watch.WhatIf;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Draws a customer's risk from their timeline. */
@ApplicationScoped
class Portrait {
    private static final Duration DRAWN = Duration.ofDays(730);
    private static final int MOVES = 200;

    private final SignalCatalogue catalogue;
    private final Scorecard scorecard;
    private final Hindsight hindsight;
    private final Charting charting;

    Portrait(SignalCatalogue catalogue, Scorecard scorecard, Hindsight hindsight, Charting charting) {
        this.catalogue = catalogue;
        this.scorecard = scorecard;
        this.hindsight = hindsight;
        this.charting = charting;
    }

    CustomerPage of(
            RiskAssessed risk,
            List<Entry> timeline,
            Optional<LocalDateTime> asked,
            Supposed supposed,
            Wording wording) {
        Instant at = risk.asOf();
        Course course = charting.course(
                        timeline, risk.customer(), at.minus(DRAWN), at, Duration.ofDays(risk.horizonDays()))
                .orElseThrow();
        List<Supposition> kinds =
                Supposition.all(catalogue, wording, risk.decisionInput().contract());
        return new CustomerPage(
                risk,
                asked,
                risk.unavoidable().map(wording::sentence),
                comparable(risk),
                bars(ToldReason.of(risk, ToldReason.heard(risk, timeline, catalogue), wording)),
                course,
                bands(course.base()),
                moves(timeline, risk, wording),
                risk.comingDates().stream()
                        .map(date -> new Coming(wording.name(date.what()), date.on()))
                        .toList(),
                kinds,
                supposed.rows(),
                whatIf(risk, timeline, supposed.signals(risk.customer(), at, kinds)));
    }

    private static List<Bar> bars(List<ToldReason> reasons) {
        double largest = reasons.stream()
                .mapToDouble(told -> Math.abs(told.reason().logOdds()))
                .max()
                .orElse(1);
        return reasons.stream()
                .map(told -> new Bar(
                        told.sentence(),
                        told.reason().logOdds() < 0,
                        Math.round(100 * Math.abs(told.reason().logOdds()) / largest)))
                .toList();
    }

    private List<Band> bands(double base) {
        return Arrays.stream(RiskLevel.values())
                .map(level -> new Band(level, scorecard.levels().entry(level, base)))
                .toList();
    }

    private static double comparable(RiskAssessed risk) {
        double odds = Math.exp(risk.byChoice().base()) + Math.exp(risk.unpaid().base());
        return odds / (1 + odds);
    }

    private List<Move> moves(List<Entry> timeline, RiskAssessed risk, Wording wording) {
        return hindsight.ledger(timeline, risk.customer(), risk.asOf(), MOVES).stream()
                .flatMap(ledger -> ledger.lines().reversed().stream())
                .map(line -> move(line, wording))
                .toList();
    }

    private Move move(Ledger.Line line, Wording wording) {
        return new Move(
                line.time(),
                Optional.of(line.type())
                        .filter(type -> catalogue.find(type).isPresent())
                        .map(wording::name),
                line.moved(),
                line.byTime(),
                line.probability(),
                line.level());
    }

    private Optional<WhatIf> whatIf(RiskAssessed risk, List<Entry> timeline, List<Signal> signals) {
        List<Entry> besides = signals.stream().<Entry>map(Entry.Happened::new).toList();
        return signals.stream()
                .map(Signal::time)
                .max(Comparator.naturalOrder())
                .flatMap(latest -> hindsight.whatIf(timeline, besides, risk.customer(), latest));
    }
}

package io.vigie.scorer.model;

import io.vigie.events.customer.Segment;
import io.vigie.events.risk.RiskLevel;
import io.vigie.events.signal.RiskKind;
import java.time.Instant;
import java.util.List;
import java.util.NavigableSet;

/**
 * How a customer's probability runs on from here if nothing more is heard: two sums of terms in time.
 *
 * <p>{@code p_k = e^η_k / (1 + Σ e^η)} for k = by choice, unpaid: competing risks against staying.
 *
 * @param base probability of leaving by choice when nothing has happened
 * @param byChoiceBase, unpaidBase the log-odds to which the terms add
 * @param breaks instants at which a term may jump or turn
 */
public record Outlook(
        Segment segment,
        double base,
        double byChoiceBase,
        double unpaidBase,
        List<Term> byChoice,
        List<Term> unpaid,
        NavigableSet<Instant> breaks) {

    double logOdds(RiskKind kind, Instant at) {
        double sum = baseOf(kind);
        for (Term term : termsOf(kind)) {
            sum += term.logOdds(at);
        }
        return sum;
    }

    /** What the summands of a risk read at an instant, for whoever learns weights of their own. */
    public List<Reading> readings(RiskKind kind, Instant at) {
        return termsOf(kind).stream()
                .map(term -> new Reading(term.factor(), term.weight(), term.reading(at)))
                .toList();
    }

    /** The log-odds of a risk to which its summands add. */
    public double baseOf(RiskKind kind) {
        return kind == RiskKind.UNPAID ? unpaidBase : byChoiceBase;
    }

    List<Term> termsOf(RiskKind kind) {
        return kind == RiskKind.UNPAID ? unpaid : byChoice;
    }

    /** Probability of leaving by choice or unpaid. */
    public double probability(Instant at) {
        return probability(logOdds(RiskKind.BY_CHOICE, at), logOdds(RiskKind.UNPAID, at));
    }

    static double probability(double byChoice, double unpaid) {
        double odds = Math.exp(byChoice) + Math.exp(unpaid);
        return odds / (1 + odds);
    }

    /** Whether the level provably stays on an interval without a break inside: the terms' end points bound them. */
    boolean holds(Levels levels, RiskLevel level, Instant from, Instant to) {
        double[] low = {byChoiceBase, unpaidBase};
        double[] high = {byChoiceBase, unpaidBase};
        bound(byChoice, 0, low, high, from, to);
        bound(unpaid, 1, low, high, from, to);
        return levels.holds(level, probability(low[0], low[1]), probability(high[0], high[1]), base);
    }

    private static void bound(List<Term> terms, int risk, double[] low, double[] high, Instant from, Instant to) {
        for (Term term : terms) {
            double first = term.logOdds(from);
            double last = term.logOdds(to);
            low[risk] += Math.min(first, last);
            high[risk] += Math.max(first, last);
        }
    }
}

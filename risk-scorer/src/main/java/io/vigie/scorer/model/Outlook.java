package io.vigie.scorer.model;

import io.vigie.events.customer.Segment;
import io.vigie.events.risk.RiskLevel;
import io.vigie.events.risk.RiskShare;
import io.vigie.events.signal.RiskKind;
import java.time.Instant;
import java.util.NavigableSet;

/**
 * How a customer's probability runs on from here if nothing more is heard, whichever model says so.
 *
 * <p>{@code p_k = e^η_k / (1 + Σ e^η)} for k = by choice, unpaid: competing risks against staying.
 */
public interface Outlook {
    Segment segment();

    /** Probability of leaving by choice when nothing has happened, of which levels are multiples. */
    double base();

    /** Instants at which what the model reads may jump or turn. */
    NavigableSet<Instant> breaks();

    /** Log-odds of a risk against staying at an instant. */
    double logOdds(RiskKind kind, Instant at);

    /** A risk explained: its log-odds as base plus one reason a signal type or feature, exactly. */
    RiskShare share(RiskKind kind, Instant at);

    /** Between what a risk's log-odds provably stay on an interval without a break inside. */
    Bounds bounds(RiskKind kind, Instant from, Instant to);

    /** Whether bounds hold for certain, so that those of a whole span say no less than those of its parts. */
    default boolean boundsAreProven() {
        return true;
    }

    /** Probability of leaving by choice or unpaid. */
    default double probability(Instant at) {
        return probability(logOdds(RiskKind.BY_CHOICE, at), logOdds(RiskKind.UNPAID, at));
    }

    /** Whether the level provably stays on an interval without a break inside. */
    default boolean holds(Levels levels, RiskLevel level, Instant from, Instant to) {
        Bounds byChoice = bounds(RiskKind.BY_CHOICE, from, to);
        Bounds unpaid = bounds(RiskKind.UNPAID, from, to);
        return levels.holds(
                level, probability(byChoice.low(), unpaid.low()), probability(byChoice.high(), unpaid.high()), base());
    }

    /** The probability of leaving, either way, for the log-odds of both. */
    static double probability(double byChoice, double unpaid) {
        double odds = Math.exp(byChoice) + Math.exp(unpaid);
        return odds / (1 + odds);
    }
}

package io.vigie.scorer.model;

import io.vigie.events.customer.Segment;
import io.vigie.events.risk.RiskShare;
import io.vigie.events.signal.RiskKind;
import java.time.Instant;
import java.util.List;
import java.util.NavigableSet;

/**
 * How the probability runs on by the scorecard: two sums of terms in time.
 *
 * @param byChoiceBase, unpaidBase the log-odds to which the terms add
 * @param breaks instants at which a term may jump or turn
 */
public record ExpertOutlook(
        Segment segment,
        double base,
        double byChoiceBase,
        double unpaidBase,
        List<Term> byChoice,
        List<Term> unpaid,
        NavigableSet<Instant> breaks)
        implements Outlook {

    @Override
    public double logOdds(RiskKind kind, Instant at) {
        double sum = baseOf(kind);
        for (Term term : termsOf(kind)) {
            sum += term.logOdds(at);
        }
        return sum;
    }

    /** What the summands of a risk read at an instant, for whoever learns weights of their own; always in one order. */
    public List<Reading> readings(RiskKind kind, Instant at) {
        return termsOf(kind).stream()
                .map(term -> new Reading(term.factor(), term.weight(), term.reading(at), term.count(at)))
                .toList();
    }

    /** The log-odds of a risk to which its summands add. */
    public double baseOf(RiskKind kind) {
        return kind == RiskKind.UNPAID ? unpaidBase : byChoiceBase;
    }

    private List<Term> termsOf(RiskKind kind) {
        return kind == RiskKind.UNPAID ? unpaid : byChoice;
    }

    @Override
    public RiskShare share(RiskKind kind, Instant at) {
        Explanation explanation = new Explanation(baseOf(kind));
        for (Term term : termsOf(kind)) {
            explanation.add(term.factor(), term.logOdds(at), term.count(at));
        }
        return explanation.share(kind, logOdds(RiskKind.BY_CHOICE, at), logOdds(RiskKind.UNPAID, at));
    }

    /** Each term only rises or only falls, so its end points bound it. */
    @Override
    public Bounds bounds(RiskKind kind, Instant from, Instant to) {
        double low = baseOf(kind);
        double high = low;
        for (Term term : termsOf(kind)) {
            double first = term.logOdds(from);
            double last = term.logOdds(to);
            low += Math.min(first, last);
            high += Math.max(first, last);
        }
        return new Bounds(low, high);
    }

    /** The same where another base is known. */
    public ExpertOutlook onBase(double probability, double logOdds) {
        return new ExpertOutlook(segment, probability, logOdds, unpaidBase, byChoice, unpaid, breaks);
    }
}

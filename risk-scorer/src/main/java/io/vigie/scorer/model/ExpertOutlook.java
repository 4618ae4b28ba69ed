package io.vigie.scorer.model;

import io.vigie.events.customer.Segment;
import io.vigie.events.risk.RiskShare;
import io.vigie.events.signal.RiskKind;
import java.time.Instant;
import java.util.List;
import java.util.NavigableSet;

/** How the probability runs on by the scorecard: two sums of terms in time. */
public final class ExpertOutlook implements Outlook {
    private final Segment segment;
    private final double base;
    private final Summands byChoice;
    private final Summands unpaid;
    private final NavigableSet<Instant> breaks;

    /** @param breaks instants at which a term may jump or turn */
    ExpertOutlook(Segment segment, double base, Summands byChoice, Summands unpaid, NavigableSet<Instant> breaks) {
        this.segment = segment;
        this.base = base;
        this.byChoice = byChoice;
        this.unpaid = unpaid;
        this.breaks = breaks;
    }

    @Override
    public Segment segment() {
        return segment;
    }

    @Override
    public double base() {
        return base;
    }

    @Override
    public NavigableSet<Instant> breaks() {
        return breaks;
    }

    @Override
    public double logOdds(RiskKind kind, Instant at) {
        return of(kind).logOdds(at);
    }

    /** What the summands of a risk read at an instant, for whoever learns weights of their own; always in one order. */
    public List<Reading> readings(RiskKind kind, Instant at) {
        return of(kind).readings(at);
    }

    /** The log-odds of a risk to which its summands add. */
    public double baseOf(RiskKind kind) {
        return of(kind).base();
    }

    @Override
    public RiskShare share(RiskKind kind, Instant at) {
        return of(kind).explained(at).share(kind, logOdds(RiskKind.BY_CHOICE, at), logOdds(RiskKind.UNPAID, at));
    }

    @Override
    public Bounds bounds(RiskKind kind, Instant from, Instant to) {
        return of(kind).bounds(from, to);
    }

    /** The same where another base is known. */
    public ExpertOutlook onBase(double probability, double logOdds) {
        return new ExpertOutlook(segment, probability, byChoice.on(logOdds), unpaid, breaks);
    }

    private Summands of(RiskKind kind) {
        return kind == RiskKind.UNPAID ? unpaid : byChoice;
    }
}

package io.vigie.scorer.watch;

import io.vigie.events.risk.RiskAssessed;
import io.vigie.scorer.profile.Entry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Goes through a customer's timeline once more: to tell what each entry did, and what others would have done. */
public final class Hindsight {
    private static final String RECORD = "vigie.customer";
    private static final String EARLIER = "vigie.earlier";

    private final Watch watch;

    public Hindsight(Watch watch) {
        this.watch = watch;
    }

    /**
     * What each entry up to an instant did to the probability.
     *
     * @return empty where nothing was known of the customer by then
     */
    public Optional<Ledger> ledger(List<Entry> inOrder, String customer, Instant at) {
        List<Ledger.Line> lines = new ArrayList<>();
        Standing standing = Standing.NEW;
        double start = 0;
        double reached = 0;
        for (Entry entry : inOrder) {
            if (entry.time().isAfter(at)) {
                break;
            }
            Standing due = watch.review(standing, customer, entry.time(), at).standing();
            standing = watch.take(due, entry, List::of, at).standing();
            RiskAssessed after = watch.assess(standing, customer, entry.time(), at);
            start = lines.isEmpty() ? ofNobody(after) : start;
            double before = lines.isEmpty()
                    ? start
                    : watch.assess(due, customer, entry.time(), at).probability();
            lines.add(line(entry, lines.isEmpty() ? 0 : before - reached, before, after));
            reached = after.probability();
        }
        if (lines.isEmpty()) {
            return Optional.empty();
        }
        Standing then = watch.review(standing, customer, at, at).standing();
        RiskAssessed now = watch.assess(then, customer, at, at);
        return Optional.of(
                new Ledger(customer, at, start, lines, now.probability() - reached, now.probability(), now.level()));
    }

    /**
     * What entries that did not happen would change as of an instant.
     *
     * @return empty where nothing was known of the customer by then
     */
    public Optional<WhatIf> whatIf(List<Entry> inOrder, List<Entry> besides, String customer, Instant at) {
        List<Entry> both = new ArrayList<>(inOrder);
        both.addAll(besides);
        both.sort(Entry.IN_ORDER);
        return watch.assessAsOf(inOrder, customer, at).flatMap(before -> watch.assessAsOf(both, customer, at)
                .map(after -> new WhatIf(before, after, after.probability() - before.probability())));
    }

    private static Ledger.Line line(Entry entry, double byTime, double before, RiskAssessed after) {
        String type =
                switch (entry) {
                    case Entry.Happened(var signal) -> signal.type();
                    case Entry.Known _ -> RECORD;
                    case Entry.Earlier _ -> EARLIER;
                };
        return new Ledger.Line(
                entry.time(),
                type,
                entry.position().source(),
                entry.position().id(),
                byTime,
                after.probability() - before,
                after.probability(),
                after.level());
    }

    private static double ofNobody(RiskAssessed assessed) {
        double odds = Math.exp(assessed.byChoice().base())
                + Math.exp(assessed.unpaid().base());
        return odds / (1 + odds);
    }
}

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
        return ledger(inOrder, customer, at, Integer.MAX_VALUE);
    }

    /** The same of the latest entries only, as many as are shown; it starts from where those before them had led. */
    public Optional<Ledger> ledger(List<Entry> inOrder, String customer, Instant at, int latest) {
        List<Entry> known =
                inOrder.stream().filter(entry -> !entry.time().isAfter(at)).toList();
        if (known.isEmpty()) {
            return Optional.empty();
        }
        int skipped = Math.max(0, known.size() - latest);
        Standing standing = Standing.NEW;
        for (Entry entry : known.subList(0, skipped)) {
            standing = watch.follow(standing, entry, at);
        }
        return Optional.of(ledger(standing, known.subList(skipped, known.size()), customer, at));
    }

    private Ledger ledger(Standing before, List<Entry> shown, String customer, Instant at) {
        List<Ledger.Line> lines = new ArrayList<>();
        boolean fromNothing = before.asOf().isEmpty();
        double start = fromNothing
                ? ofNobody(watch.assess(
                        watch.follow(before, shown.getFirst(), at),
                        customer,
                        shown.getFirst().time(),
                        at))
                : watch.glance(before, customer, before.asOf().get()).probability();
        Standing standing = before;
        double reached = start;
        for (Entry entry : shown) {
            Standing due = watch.pass(standing, customer, entry.time(), at);
            double then = fromNothing && lines.isEmpty()
                    ? start
                    : watch.glance(due, customer, entry.time()).probability();
            standing = watch.follow(due, entry, at);
            Glance after = watch.glance(standing, customer, entry.time());
            lines.add(line(entry, then - reached, then, after));
            reached = after.probability();
        }
        Glance now = watch.glance(watch.pass(standing, customer, at, at), customer, at);
        return new Ledger(customer, at, start, lines, now.probability() - reached, now.probability(), now.level());
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

    private static Ledger.Line line(Entry entry, double byTime, double before, Glance after) {
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

package io.vigie.retention.rehearsal;

import io.vigie.retention.casework.Assessment;
import io.vigie.retention.policy.Policy;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.TreeMap;

/**
 * Goes through past risks by two policies, as though nobody had been at work on anybody when they begin, and counts what
 * differs. Only the customers of one partition are held at a time.
 */
public final class Simulation implements PastRisks.Listener {
    private static final int NAMED = 200;

    private final Span span;
    private final Work.Desks live;
    private final Work.Desks draft;
    private final Counting byLive;
    private final Counting byDraft;
    private final Map<String, Both> underWay = new HashMap<>();
    private final Map<Change, Long> moves = new TreeMap<>();
    private final PriorityQueue<Changed> changed = new PriorityQueue<>(Comparator.comparing(Changed::yearlyMargin));
    private long customers;
    private String currency = "EUR";

    public Simulation(Policy live, Policy draft, Work work, Span span, ZoneId zone) {
        this.span = span;
        this.live = work.under(live);
        this.draft = work.under(draft);
        this.byLive = new Counting(zone);
        this.byDraft = new Counting(zone);
    }

    /** The same customer under both, and what they are worth a year by the latest of them. */
    private record Both(Course live, Course draft, long yearlyMargin) {
        Both worth(long latest) {
            return new Both(live, draft, latest);
        }
    }

    /** From what to what somebody is moved. */
    public record Change(Treatment was, Treatment now) implements Comparable<Change> {
        @Override
        public int compareTo(Change other) {
            return Comparator.comparing(Change::was).thenComparing(Change::now).compare(this, other);
        }
    }

    /**
     * How many would be treated otherwise.
     *
     * @param was what they get under the live policy: the hardest action of the span, else why there was none
     * @param now the same under the draft
     */
    public record Move(Treatment was, Treatment now, long customers) {}

    /**
     * One who would be treated otherwise.
     *
     * @param yearlyMargin minor units
     */
    public record Changed(String customer, Treatment was, Treatment now, long yearlyMargin) {}

    @Override
    public void told(Assessment assessment) {
        if (!span.holds(assessment.risk().asOf())) {
            return;
        }
        String customer = assessment.risk().customer();
        currency = assessment.risk().decisionInput().currency();
        Both both = underWay.computeIfAbsent(
                        customer,
                        _ -> new Both(new Course(customer, live, byLive), new Course(customer, draft, byDraft), 0))
                .worth(assessment.risk().decisionInput().yearlyMargin());
        underWay.put(customer, both);
        both.live().take(assessment);
        both.draft().take(assessment);
    }

    @Override
    public void erased(String customer) {
        underWay.remove(customer);
    }

    @Override
    public void over() {
        underWay.forEach(this::end);
        underWay.clear();
    }

    private void end(String customer, Both both) {
        customers++;
        Treatment was = both.live().end(span.to());
        Treatment now = both.draft().end(span.to());
        if (!was.equals(now)) {
            moves.merge(new Change(was, now), 1L, Long::sum);
            changed.add(new Changed(customer, was, now, both.yearlyMargin()));
            if (changed.size() > NAMED) {
                changed.poll();
            }
        }
    }

    /**
     * @param share of all customers that was gone through, by which what is counted is divided
     */
    public Result result(double share) {
        List<Changed> dearest = new ArrayList<>(changed);
        dearest.sort(Comparator.comparing(Changed::yearlyMargin).reversed().thenComparing(Changed::customer));
        return new Result(
                span.from(),
                span.to(),
                share,
                Math.round(customers / share),
                currency,
                byLive.side().times(1 / share),
                byDraft.side().times(1 / share),
                moves.entrySet().stream()
                        .map(one ->
                                new Move(one.getKey().was(), one.getKey().now(), Math.round(one.getValue() / share)))
                        .sorted(Comparator.comparing(Move::customers).reversed())
                        .toList(),
                dearest);
    }
}

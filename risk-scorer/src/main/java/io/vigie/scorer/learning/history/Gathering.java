package io.vigie.scorer.learning.history;

import io.vigie.events.signal.SignalCatalogue;
import io.vigie.scorer.model.RiskModel;
import io.vigie.scorer.profile.Entry;
import io.vigie.scorer.profile.Fold;
import io.vigie.scorer.profile.Position;
import io.vigie.scorer.profile.Reach;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32C;

/** Gathers observations customer by customer; neither their order nor that of their signals' arrival matters. */
public final class Gathering {
    private final Snapshots snapshots;
    private final Observing observing;
    private final LearningPlan plan;
    private List<Observation> observations = new ArrayList<>();
    private long oneIn = 1;
    private long signals;
    private long failed;
    private Instant from = Instant.MAX;

    public Gathering(SignalCatalogue catalogue, Fold fold, RiskModel experts, LearningPlan plan) {
        this.plan = plan;
        this.observing = new Observing(experts);
        this.snapshots = new Snapshots(
                fold, catalogue, plan.withoutContract().outcome(), plan.horizon(), plan.instants(), plan.until());
    }

    /**
     * Takes a customer in.
     *
     * @param received all that was received of them, repetitions included: in any order, but of two under an id at one
     *     instant the one first that counts when it is scored
     * @param contacts when our retention reached them
     */
    public void take(String customer, List<Entry> received, List<Instant> contacts) {
        List<Entry> timeline = once(received);
        signals += timeline.size();
        if (!timeline.isEmpty() && timeline.getFirst().time().isBefore(from)) {
            from = timeline.getFirst().time();
        }
        if (drawn(customer)) {
            observations.addAll(observed(timeline, contacts));
        }
        while (observations.size() > plan.snapshots()) {
            oneIn *= 2;
            observations = new ArrayList<>(
                    observations.stream().filter(one -> drawn(one.customer())).toList());
        }
    }

    /** Nothing of whom nothing can be worked out: one record that the watch refused too must not end every fit. */
    private List<Observation> observed(List<Entry> timeline, List<Instant> contacts) {
        try {
            return snapshots.of(timeline, contacts).stream().map(observing::of).toList();
        } catch (RuntimeException e) {
            failed++;
            return List.of();
        }
    }

    /**
     * What was received more than once under an id counts once, the earlier as it does when it is scored; what was refused
     * then for its time, not at all.
     */
    private static List<Entry> once(List<Entry> received) {
        Map<List<String>, Entry> byId = new HashMap<>();
        for (Entry entry : received) {
            Position position = entry.position();
            byId.merge(
                    List.of(position.source(), position.id()),
                    entry,
                    (a, b) -> b.position().compareTo(a.position()) < 0 ? b : a);
        }
        return byId.values().stream()
                .filter(entry -> Reach.credible(entry.time()))
                .sorted(Entry.IN_ORDER)
                .toList();
    }

    /** Whether a customer is among those learned from where there are too many: always the same ones. */
    private boolean drawn(String customer) {
        CRC32C digest = new CRC32C();
        digest.update(customer.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        return digest.getValue() % oneIn == 0;
    }

    /** What may be learned from, by customer and instant. */
    public List<Observation> observations() {
        return LeftAlone.of(observations, plan.horizonDays())
                .sorted(Comparator.comparing(Observation::customer).thenComparing(Observation::at))
                .toList();
    }

    /** One customer in so many was learned from. */
    public long oneIn() {
        return oneIn;
    }

    /** Customers of whom nothing could be worked out. */
    public long failed() {
        return failed;
    }

    /** Signals and records, each once. */
    public long signals() {
        return signals;
    }

    /** The first instant of the history. */
    public Instant from() {
        return from;
    }
}

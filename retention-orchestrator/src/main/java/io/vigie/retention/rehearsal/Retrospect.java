package io.vigie.retention.rehearsal;

import io.vigie.events.retention.Candidate;
import io.vigie.events.risk.RiskAssessed;
import io.vigie.retention.policy.Chance;
import io.vigie.retention.policy.Chance.Deed;
import io.vigie.retention.policy.Knowledge;
import io.vigie.retention.policy.MinorUnits;
import io.vigie.retention.policy.Policy;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Looks back on decisions whose outcome is known, and tells what a draft would have made of them. */
public final class Retrospect {
    private final Policy live;
    private final Policy draft;
    private final Function<String, Optional<Policy>> versions;
    private final Knowledge known;
    private final DoublyRobust estimate = new DoublyRobust();
    private final ControlComparison comparison = new ControlComparison();
    private long actions;
    private long carriedOut;

    /**
     * @param versions policies by their version, for what chances they left to what
     */
    public Retrospect(Policy live, Policy draft, Function<String, Optional<Policy>> versions, Knowledge known) {
        this.live = live;
        this.draft = draft;
        this.versions = versions;
        this.known = known;
    }

    /** How long after a decision its outcome is known. */
    public static Duration patience() {
        return Duration.ofDays(90);
    }

    /**
     * One more decision, old enough for its outcome to be known; all of a customer's come together, the oldest first.
     *
     * @param latest what is known of the customer now
     */
    public void take(PastDecision past, RiskAssessed latest) {
        Optional<Boolean> left = past.left(latest, past.at().plus(patience()));
        if (left.isEmpty() || past.trace().inputs().isEmpty()) {
            return;
        }
        if (past.deed().isPresent()) {
            actions++;
            carriedOut += past.carriedOut() ? 1 : 0;
        }
        comparison.take(past, latest);
        estimate.take(logged(
                past,
                past.reward(left.get()),
                MinorUnits.of(latest.decisionInput().currency())));
    }

    public Effect effect() {
        return Effect.of(estimate.evidence(), actions == 0 ? 1 : carriedOut / (double) actions);
    }

    /** What acting has kept, by the control group. */
    public ControlComparison.Acting acting() {
        return comparison.acting();
    }

    private Logged logged(PastDecision past, double reward, double minorUnits) {
        Map<Optional<Deed>, Chance> byLive =
                byDeed(live.wouldHaveDone(past.trace(), past.limited(), known, minorUnits));
        Map<Optional<Deed>, Chance> byDraft =
                byDeed(draft.wouldHaveDone(past.trace(), past.limited(), known, minorUnits));
        Map<Optional<Deed>, Chance> then = versions.apply(past.trace().policy())
                .map(policy -> byDeed(policy.couldHaveDone(past.trace(), past.limited(), minorUnits)))
                .orElse(Map.of());
        Set<Optional<Deed>> deeds = new LinkedHashSet<>(byLive.keySet());
        deeds.addAll(byDraft.keySet());
        List<Logged.Arm> arms = deeds.stream()
                .map(deed -> new Logged.Arm(
                        probability(byLive, deed),
                        probability(byDraft, deed),
                        deed.equals(past.deed()) || probability(then, deed) > 0,
                        expected(past, deed, byLive, byDraft),
                        deed.equals(past.deed())))
                .toList();
        return new Logged(past.customer(), past.propensity(), reward, arms);
    }

    /** As it was weighed then; else as a policy that would do it weighs it. */
    private static double expected(
            PastDecision past,
            Optional<Deed> deed,
            Map<Optional<Deed>, Chance> byLive,
            Map<Optional<Deed>, Chance> byDraft) {
        double worth = deed.map(done -> weighedThen(past, done).orElseGet(() -> Stream.of(byLive, byDraft)
                        .flatMap(chances -> Optional.ofNullable(chances.get(deed)).stream())
                        .mapToDouble(Chance::worth)
                        .findFirst()
                        .orElse(0)))
                .orElse(0.0);
        return worth - past.probability() * past.trace().valueAtStake();
    }

    private static Optional<Double> weighedThen(PastDecision past, Deed deed) {
        return past.trace().candidates().stream()
                .filter(one -> one.action() == deed.action() && one.offer().equals(deed.offer()))
                .map(Candidate::expectedProfit)
                .map(Long::doubleValue)
                .findFirst();
    }

    private static double probability(Map<Optional<Deed>, Chance> chances, Optional<Deed> deed) {
        return Optional.ofNullable(chances.get(deed)).map(Chance::probability).orElse(0.0);
    }

    private static Map<Optional<Deed>, Chance> byDeed(List<Chance> chances) {
        Map<Optional<Deed>, Chance> byDeed = new HashMap<>();
        chances.forEach(chance -> byDeed.put(chance.deed(), chance));
        return byDeed;
    }
}

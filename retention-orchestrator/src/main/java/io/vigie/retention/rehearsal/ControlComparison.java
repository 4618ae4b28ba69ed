package io.vigie.retention.rehearsal;

import io.vigie.events.retention.Group;
import io.vigie.events.risk.RiskAssessed;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * What acting has kept: who of the control group left against who of those that a programme acted on, stratum by stratum, each
 * customer by their first decision.
 */
public final class ControlComparison {
    private final Map<String, Sides> strata = new TreeMap<>();
    private String customer = "";

    /** Who of both sides left. */
    private record Sides(long controlLeft, long control, long treatedLeft, long treated) {
        Sides and(Group group, boolean left) {
            long gone = left ? 1 : 0;
            return group == Group.CONTROL
                    ? new Sides(controlLeft + gone, control + 1, treatedLeft, treated)
                    : new Sides(controlLeft, control, treatedLeft + gone, treated + 1);
        }

        boolean both() {
            return control > 0 && treated > 0;
        }

        long all() {
            return control + treated;
        }

        Interval kept() {
            return Newcombe.difference(controlLeft, control, treatedLeft, treated);
        }
    }

    /**
     * What acting has kept.
     *
     * @param control how many of the control group
     * @param treated how many were acted on
     * @param kept share of customers kept by acting: left of the control group less left of the treated, strata weighted by
     *     their size; none where no stratum has both sides
     * @param leftOut customers of the strata that have one side only, which say nothing of it
     */
    public record Acting(long control, long treated, Optional<Interval> kept, Map<String, Long> leftOut) {
        public Acting {
            leftOut = leftOut == null ? Map.of() : Map.copyOf(leftOut);
        }
    }

    /** One more decision; all of a customer's come together, the oldest first. */
    void take(PastDecision past, RiskAssessed latest) {
        boolean chosen = past.deed().isPresent() || past.trace().wouldHave().isPresent();
        Optional<Boolean> left = past.left(latest, past.at().plus(Retrospect.patience()));
        if (chosen && !past.winsBack() && left.isPresent() && !past.customer().equals(customer)) {
            past.trace().group().ifPresent(group -> {
                customer = past.customer();
                take(past.trace().stratum().orElse(""), group, left.get());
            });
        }
    }

    /**
     * One more customer.
     *
     * @param stratum within which the sides are compared
     */
    public void take(String stratum, Group group, boolean left) {
        strata.merge(stratum, new Sides(0, 0, 0, 0).and(group, left), (known, _) -> known.and(group, left));
    }

    public Acting acting() {
        long both = strata.values().stream()
                .filter(Sides::both)
                .mapToLong(Sides::all)
                .sum();
        return new Acting(
                strata.values().stream().mapToLong(Sides::control).sum(),
                strata.values().stream().mapToLong(Sides::treated).sum(),
                both == 0 ? Optional.empty() : Optional.of(weighted(both)),
                strata.entrySet().stream()
                        .filter(stratum -> !stratum.getValue().both())
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, stratum -> stratum.getValue().all())));
    }

    /** Distances from the estimate add up in squares, as for the difference of two shares. */
    private Interval weighted(long both) {
        double estimate = sum(both, Interval::estimate, 1);
        return new Interval(
                estimate,
                estimate - Math.sqrt(sum(both, one -> square(one.estimate() - one.low()), 2)),
                estimate + Math.sqrt(sum(both, one -> square(one.high() - one.estimate()), 2)));
    }

    private double sum(long both, ToDoubleFunction<Interval> figure, int power) {
        return strata.values().stream()
                .filter(Sides::both)
                .mapToDouble(one -> Math.pow(one.all() / (double) both, power) * figure.applyAsDouble(one.kept()))
                .sum();
    }

    private static double square(double distance) {
        return distance * distance;
    }
}

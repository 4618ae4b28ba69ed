package io.vigie.retention.policy;

import io.vigie.events.customer.Potential;
import io.vigie.events.retention.Action;
import io.vigie.events.retention.Team;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;

/**
 * {@code policy.yaml}: the figures that a policy's rows are weighed with.
 *
 * @param version what every decision says it was made by
 * @param complaintPatience business days for which an open complaint is left to those who work on it
 * @param actions what each action costs and brings
 * @param valueAtStake what is at stake when a customer leaves
 */
record PolicyFile(
        String version,
        int complaintPatience,
        Map<Action, ActionFigures> actions,
        ValueAtStake valueAtStake,
        BusinessHours businessHours) {
    PolicyFile {
        actions = Map.copyOf(actions);
        for (Action action : Action.values()) {
            if (!actions.containsKey(action)) {
                throw new IllegalArgumentException("policy.yaml: actions lacks " + action.word());
            }
        }
    }

    /**
     * @param cost major units
     * @param minutes of the team's time
     * @param saves Beta(a, b) of the share of expected leavers that it keeps
     * @param savesAfterNotice the same once the customer has given notice
     * @param team who does it where the row doesn't say
     */
    record ActionFigures(double cost, int minutes, Beta saves, Beta savesAfterNotice, Team team) {
        ActionFigures {
            savesAfterNotice = savesAfterNotice == null ? saves : savesAfterNotice;
        }
    }

    /** A Beta distribution, as {@code {a: 6, b: 94}}. */
    record Beta(double a, double b) {
        Beta {
            if (!(a > 0 && b > 0)) {
                throw new IllegalArgumentException("Beta(a, b) needs both above 0, has " + a + ", " + b);
            }
        }

        double mean() {
            return a / (a + b);
        }
    }

    /**
     * @param monthsOfMargin how many months' margin count
     * @param shareOfPotential the share of the potential band's middle that counts
     * @param potentialMiddles each band's middle, yearly margin in major units
     */
    record ValueAtStake(double monthsOfMargin, double shareOfPotential, Map<Potential, Double> potentialMiddles) {
        ValueAtStake {
            potentialMiddles = Map.copyOf(potentialMiddles);
            if (!potentialMiddles.keySet().containsAll(Arrays.asList(Potential.values()))) {
                throw new IllegalArgumentException("policy.yaml: potentialMiddles needs low, medium and high");
            }
        }

        /** Major units. */
        double of(double yearlyMargin, Potential potential) {
            return yearlyMargin * monthsOfMargin / 12 + shareOfPotential * potentialMiddles.get(potential);
        }
    }

    /**
     * @param holidays ISO 3166 country whose public holidays are kept
     */
    record BusinessHours(LocalTime opens, LocalTime closes, Set<DayOfWeek> days, String holidays) {}
}

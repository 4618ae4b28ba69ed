package io.vigie.retention.policy;

import io.vigie.events.customer.Potential;
import io.vigie.events.customer.Segment;
import io.vigie.events.retention.Action;
import io.vigie.events.retention.Team;
import io.vigie.events.signal.Cause;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * {@code policy.yaml}: the figures that a policy's rows are weighed with.
 *
 * @param version what every decision says it was made by
 * @param country ISO 3166: whose law holds where a customer's record names no country
 * @param complaintPatience business days for which an open complaint is left to those who work on it
 * @param topValue from which yearly margin on a customer is among the most valuable of the segment, major units
 * @param winBackAfterDays how long after leaving a customer is asked to come back
 * @param winBackBeforeDays how long before their commitment elsewhere ends a customer is asked again; never where empty
 * @param actions what each action costs and brings
 * @param valueAtStake what is at stake when a customer leaves
 * @param offers what may be offered, by the cause of leaving, the first to try first
 * @param offersPerMonth how much may be given away by offers in a month, in all; empty for no bound, major units
 * @param contactLimits how often we approach a customer of our own accord
 * @param controlGroups the share of each segment that a programme leaves alone, by programme
 * @param valueBands lower bounds of the bands within which control group and treated are compared, major units
 * @param exploration share of decisions drawn among all actions that are worth it
 * @param origins where figures come from, by their path and language
 */
record PolicyFile(
        String version,
        String country,
        int complaintPatience,
        Map<Segment, Double> topValue,
        int winBackAfterDays,
        Optional<Integer> winBackBeforeDays,
        Map<Action, ActionFigures> actions,
        ValueAtStake valueAtStake,
        Map<Cause, List<OfferRule>> offers,
        Optional<Double> offersPerMonth,
        List<ContactLimit> contactLimits,
        Map<String, Map<Segment, Double>> controlGroups,
        Map<Segment, List<Double>> valueBands,
        double exploration,
        BusinessHours businessHours,
        Map<String, Map<String, String>> origins) {
    PolicyFile {
        version = needed("version", version);
        country = needed("country", country);
        topValue = Map.copyOf(needed("topValue", topValue));
        actions = Map.copyOf(needed("actions", actions));
        valueAtStake = needed("valueAtStake", valueAtStake);
        businessHours = needed("businessHours", businessHours);
        winBackBeforeDays = winBackBeforeDays == null ? Optional.empty() : winBackBeforeDays;
        offers = offers == null ? Map.of() : Map.copyOf(offers);
        offersPerMonth = offersPerMonth == null ? Optional.empty() : offersPerMonth;
        contactLimits = contactLimits == null ? List.of() : List.copyOf(contactLimits);
        controlGroups = controlGroups == null ? Map.of() : Map.copyOf(controlGroups);
        valueBands = valueBands == null ? Map.of() : Map.copyOf(valueBands);
        origins = origins == null ? Map.of() : Map.copyOf(origins);
        for (Action action : Action.values()) {
            needed("actions: " + action.word(), actions.get(action));
        }
        for (Segment segment : Segment.values()) {
            needed("topValue: " + segment.word(), topValue.get(segment));
        }
        atLeastADay("complaintPatience", complaintPatience);
        atLeastADay("winBackAfterDays", winBackAfterDays);
        winBackBeforeDays.ifPresent(days -> atLeastADay("winBackBeforeDays", days));
        within("exploration", exploration);
        controlGroups.forEach((programme, shares) ->
                shares.forEach((segment, share) -> within("controlGroups: " + programme, share)));
    }

    private static <T> T needed(String figure, @Nullable T value) {
        if (value == null) {
            throw new IllegalArgumentException("policy.yaml lacks " + figure);
        }
        return value;
    }

    private static void atLeastADay(String figure, int days) {
        if (days < 1) {
            throw new IllegalArgumentException("policy.yaml: " + figure + " must be 1 day or more, is " + days);
        }
    }

    private static void within(String figure, double share) {
        if (!(share >= 0 && share < 1)) {
            throw new IllegalArgumentException("policy.yaml: " + figure + " must be 0 to below 1, is " + share);
        }
    }

    /** Of the figure itself, or of the nearest that holds it: {@code actions.cost} speaks for {@code actions.call.cost}. */
    String originOf(String path, String language) {
        List<String> parts = List.of(path.split("\\."));
        return Stream.of(path, actionsPart(parts), parts.getFirst() + "." + parts.getLast(), parts.getFirst())
                .map(key -> origins.getOrDefault(key, Map.of()).get(language))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse("");
    }

    private static String actionsPart(List<String> parts) {
        return parts.size() > 2 ? parts.getFirst() + "." + parts.get(2) : parts.getFirst();
    }

    ControlGroup controlGroup(String programme) {
        return new ControlGroup(programme, controlGroups.getOrDefault(programme, Map.of()));
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
            saves = needed("actions: saves", saves);
            team = needed("actions: team", team);
            savesAfterNotice = savesAfterNotice == null ? saves : savesAfterNotice;
        }
    }

    /**
     * @param monthsOfMargin how many months' margin count
     * @param shareOfPotential the share of the potential band's middle that counts
     * @param potentialMiddles each band's middle, yearly margin in major units
     */
    record ValueAtStake(double monthsOfMargin, double shareOfPotential, Map<Potential, Double> potentialMiddles) {
        ValueAtStake {
            potentialMiddles = Map.copyOf(needed("valueAtStake: potentialMiddles", potentialMiddles));
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
    record BusinessHours(LocalTime opens, LocalTime closes, Set<DayOfWeek> days, String holidays) {
        BusinessHours {
            opens = needed("businessHours: opens", opens);
            closes = needed("businessHours: closes", closes);
            days = Set.copyOf(needed("businessHours: days", days));
            holidays = needed("businessHours: holidays", holidays);
        }
    }
}

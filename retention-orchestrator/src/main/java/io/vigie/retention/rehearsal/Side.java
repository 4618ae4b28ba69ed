package io.vigie.retention.rehearsal;

import static java.util.stream.Collectors.toMap;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a policy would do with everybody; amounts in minor units.
 *
 * @param decisions how many customers get each action, each reason for none, or are only watched
 * @param tasks by team and day on which they are due
 * @param minutes of all teams
 * @param cost of all tasks
 * @param offers what all offers cost at most
 * @param expectedSaves how many customers would stay who would have left
 */
public record Side(
        Map<Treatment, Long> decisions,
        Map<String, Map<LocalDate, Long>> tasks,
        long minutes,
        long cost,
        long offers,
        double expectedSaves,
        long expectedProfit) {
    public Side {
        decisions = new TreeMap<>(decisions);
        tasks = new TreeMap<>(tasks);
    }

    /** What it comes to for so many times as many customers. */
    Side times(double factor) {
        return new Side(
                scaled(decisions, factor),
                tasks.entrySet().stream().collect(toMap(Map.Entry::getKey, team -> scaled(team.getValue(), factor))),
                Math.round(minutes * factor),
                Math.round(cost * factor),
                Math.round(offers * factor),
                expectedSaves * factor,
                Math.round(expectedProfit * factor));
    }

    private static <K> Map<K, Long> scaled(Map<K, Long> counts, double factor) {
        return counts.entrySet().stream()
                .collect(toMap(Map.Entry::getKey, one -> Math.round(one.getValue() * factor), Long::sum, TreeMap::new));
    }

    /** For people, to a tenth. */
    public String savesRounded() {
        return String.format(Locale.ROOT, "%.1f", expectedSaves);
    }
}

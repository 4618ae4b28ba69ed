package io.vigie.local.simulator;

import java.util.Map;
import java.util.Optional;

/**
 * Signals that customers give off whether or not anything is wrong, so that no signal alone gives a leaver away.
 *
 * @param perYear how often, by kind of customer
 * @param frailtyWeight how much more often the frail ones: the rate is multiplied by exp(weight × frailty)
 * @param regular whether it comes at about even intervals
 * @param answer the signal that settles it
 */
record RoutineKind(
        String type,
        Map<String, Double> perYear,
        double frailtyWeight,
        boolean regular,
        Map<String, Object> attributes,
        Optional<Answer> answer) {

    RoutineKind {
        attributes = attributes == null ? Map.of() : Map.copyOf(attributes);
        answer = answer == null ? Optional.empty() : answer;
    }

    /** What follows, how often, and after how long. */
    record Answer(String type, double chance, LogNormal afterDays, Map<String, Object> attributes) {
        Answer {
            attributes = attributes == null ? Map.of() : Map.copyOf(attributes);
        }
    }
}

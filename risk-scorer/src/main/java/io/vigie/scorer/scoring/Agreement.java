package io.vigie.scorer.scoring;

import io.vigie.events.risk.RiskLevel;
import java.util.ArrayList;
import java.util.List;

/**
 * How two models spoke on the same customers at the same instants.
 *
 * @param looks at which both spoke
 * @param difference the sum of what the shadow said above the champion
 * @param distance the same without its sign
 * @param levels how often each pair of levels was said: the champion's times their number, plus the shadow's
 */
public record Agreement(long looks, double difference, double distance, List<Long> levels) {
    private static final List<RiskLevel> LEVELS = List.of(RiskLevel.values());
    public static final Agreement NONE =
            new Agreement(0, 0, 0, java.util.Collections.nCopies(LEVELS.size() * LEVELS.size(), 0L));

    public Agreement {
        levels = List.copyOf(levels);
    }

    public Agreement with(Prediction.Said champion, Prediction.Said shadow) {
        double above = shadow.probability() - champion.probability();
        List<Long> more = new ArrayList<>(levels);
        int pair = LEVELS.indexOf(champion.level()) * LEVELS.size() + LEVELS.indexOf(shadow.level());
        more.set(pair, more.get(pair) + 1);
        return new Agreement(looks + 1, difference + above, distance + Math.abs(above), more);
    }

    public Agreement with(Agreement other) {
        List<Long> both = new ArrayList<>();
        for (int i = 0; i < levels.size(); i++) {
            both.add(levels.get(i) + other.levels().get(i));
        }
        return new Agreement(looks + other.looks(), difference + other.difference(), distance + other.distance(), both);
    }

    /** The share of looks at which both said the same level; 0 where there were none. */
    public double sameLevel() {
        long same = 0;
        for (int i = 0; i < LEVELS.size(); i++) {
            same += levels.get(i * LEVELS.size() + i);
        }
        return looks == 0 ? 0 : (double) same / looks;
    }
}

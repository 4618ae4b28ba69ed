package io.vigie.scorer.model;

import io.vigie.events.risk.RiskLevel;

/**
 * Where one level ends and the next begins, as multiples of the segment's own base, so that calibration moves figures
 * and not workloads. Where the last of them would lie above the ceiling it lies there, and those before it keep their
 * places between base and ceiling on a scale of ratios: with multiples of 2, 4 and 8, at a third and two thirds.
 *
 * @param watch entry to watch, in bases
 * @param atRisk entry to at risk, in bases
 * @param urgent entry to urgent, in bases
 * @param ceiling no entry lies above this probability
 * @param leaveAt a level is left only below this share of its entry, so that it does not flap
 */
public record Levels(double watch, double atRisk, double urgent, double ceiling, double leaveAt) {
    /** Asking the enum for them makes a copy each time. */
    private static final RiskLevel[] LEVELS = RiskLevel.values();

    public Levels {
        if (!(1 < watch && watch < atRisk && atRisk < urgent && 0 < leaveAt && leaveAt < 1)) {
            throw new IllegalArgumentException("levels need 1 < watch < atRisk < urgent and 0 < leaveAt < 1");
        }
    }

    /** The probability at which a level is entered from below; 0 for stable. */
    public double entry(RiskLevel level, double base) {
        return switch (level) {
            case STABLE -> 0;
            case WATCH -> entry(watch, base);
            case AT_RISK -> entry(atRisk, base);
            case URGENT -> entry(urgent, base);
        };
    }

    private double entryAbove(RiskLevel level, double base) {
        return switch (level) {
            case STABLE -> entry(RiskLevel.WATCH, base);
            case WATCH -> entry(RiskLevel.AT_RISK, base);
            case AT_RISK -> entry(RiskLevel.URGENT, base);
            case URGENT -> Double.POSITIVE_INFINITY;
        };
    }

    private double entry(double multiple, double base) {
        if (urgent * base <= ceiling) {
            return multiple * base;
        }
        double room = Math.max(0, Math.log(ceiling / base) / Math.log(urgent));
        return Math.min(ceiling, Math.pow(multiple, room) * base);
    }

    /** The level after seeing a probability, given the level before. */
    public RiskLevel next(RiskLevel before, double probability, double base) {
        RiskLevel reached = RiskLevel.STABLE;
        for (RiskLevel level : LEVELS) {
            double bound = entry(level, base) * (before.atLeast(level) ? leaveAt : 1);
            if (probability >= bound) {
                reached = level;
            }
        }
        return reached;
    }

    /** Whether no probability within bounds, both inclusive, changes the level. */
    boolean holds(RiskLevel level, double lowest, double highest, double base) {
        boolean stays = level == RiskLevel.STABLE || lowest >= entry(level, base) * leaveAt;
        return stays && highest < entryAbove(level, base);
    }
}

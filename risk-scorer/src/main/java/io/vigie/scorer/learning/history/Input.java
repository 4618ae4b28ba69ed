package io.vigie.scorer.learning.history;

import io.vigie.events.Word;
import io.vigie.scorer.learning.metrics.Distribution;
import java.util.Locale;

/**
 * One input of a model learned from the history: what of a profile it reads.
 *
 * @param name under which its weight stands
 * @param factor the signal type, feature or habit; what is explained by it
 * @param weight as the experts have it; for a base, its log-odds; 0 for a habit
 * @param met how its values were spread where the model was learned
 */
public record Input(String name, Reads reads, String factor, double weight, Distribution met) {
    static final String BASE = "base";

    /** Of what an input is read. */
    public enum Reads implements Word {
        /** 1 for the customers who share a base, 0 for all others. */
        BASE,
        /** A summand of the scorecard. */
        SCORECARD,
        /** What nobody gave a weight. */
        HABIT
    }

    static Input ofBase(double logOdds) {
        return new Input(baseName(logOdds), Reads.BASE, BASE, logOdds, Distribution.NONE);
    }

    static Input ofReading(String factor, double weight) {
        return new Input(readingName(factor, weight), Reads.SCORECARD, factor, weight, Distribution.NONE);
    }

    static Input ofHabit(String habit) {
        return new Input(habit, Reads.HABIT, habit, 0, Distribution.NONE);
    }

    Input spreadAs(Distribution values) {
        return new Input(name, reads, factor, weight, values);
    }

    private static String baseName(double logOdds) {
        return String.format(Locale.ROOT, "base %.4f", logOdds);
    }

    /** Variants of a type that weigh differently are inputs of their own. */
    private static String readingName(String factor, double weight) {
        return String.format(Locale.ROOT, "%s %.2f", factor, weight);
    }
}

package io.vigie.scorer.learning.history;

import io.vigie.events.Word;
import io.vigie.scorer.learning.linear.Gaussian;
import io.vigie.scorer.learning.metrics.Distribution;
import java.util.Locale;
import java.util.Set;

/**
 * One input of a model learned from the history: what of a profile it reads.
 *
 * @param name under which its weight stands; also tells what it reads: the counter, or the groups that share a base
 * @param factor the signal type, feature, habit or attribute; what is explained by it
 * @param weight as the experts had it; for a base, its log-odds; 0 for habits and attributes
 * @param met how its values were spread where the model was learned
 */
public record Input(String name, Reads reads, String factor, double weight, Distribution met) {
    static final String BASE = "base";
    static final double BASE_SPREAD = 2;
    private static final double LEAST_SPREAD = 0.3;
    private static final double OPEN_MIND = 0.3;

    /** Of what an input is read. */
    public enum Reads implements Word {
        /** 1 for the customers who share a base, 0 for all others. */
        BASE,
        /** A summand of the scorecard. */
        SCORECARD,
        /** What nobody gave a weight. */
        HABIT,
        /** What the customer record says besides. */
        ATTRIBUTE
    }

    static Input ofBase(Set<String> groups, double logOdds) {
        return new Input(BASE + " " + String.join(",", groups), Reads.BASE, BASE, logOdds, Distribution.NONE);
    }

    static Input ofReading(String factor, String counter, double weight) {
        return new Input(counter, Reads.SCORECARD, factor, weight, Distribution.NONE);
    }

    static Input ofHabit(String habit) {
        return new Input(habit, Reads.HABIT, habit, 0, Distribution.NONE);
    }

    Input spreadAs(Distribution values) {
        return new Input(name, reads, factor, weight, values);
    }

    /** What is believed of its weight beforehand, where the intercept is about a base. */
    Gaussian prior(double base) {
        return switch (reads) {
            case BASE -> new Gaussian(weight - base, BASE_SPREAD);
            case SCORECARD -> new Gaussian(weight, Math.max(LEAST_SPREAD, Math.abs(weight) / 2));
            case HABIT, ATTRIBUTE -> new Gaussian(0, OPEN_MIND);
        };
    }

    /** The direction that experts give a weight holds for trees too; where they give none, any. */
    int sign() {
        return reads == Reads.SCORECARD ? (int) Math.signum(weight) : 0;
    }

    /** Whether it is of a file that told bases and kinds of signals apart by what the experts gave them. */
    boolean byWeight() {
        return switch (reads) {
            case BASE -> name.equals(String.format(Locale.ROOT, "%s %.4f", BASE, weight));
            case SCORECARD -> name.equals(String.format(Locale.ROOT, "%s %.2f", factor, weight));
            case HABIT, ATTRIBUTE -> false;
        };
    }

    /** The groups of customers that share a base. */
    Set<String> groups() {
        return Set.of(name.substring(BASE.length() + 1).split(","));
    }
}

package io.vigie.retention.rehearsal;

import java.util.Optional;

/**
 * What past decisions tell of a draft against the live policy.
 *
 * @param decisions how many decisions of the past have a known outcome
 * @param customers how many customers those were about
 * @param otherwise how many of them the draft would take otherwise
 * @param overlap the share of those in which what the draft would do had any chance of being done
 * @param matched how often it was done
 * @param carriedOut the share of decided actions that were done
 * @param difference margin kept less cost, draft less live, per hundred decisions, minor units; only where the data can tell
 */
public record Effect(
        Finding finding,
        long decisions,
        long customers,
        long otherwise,
        double overlap,
        long matched,
        double carriedOut,
        Optional<Interval> difference) {
    private static final double ENOUGH_CARRIED_OUT = 0.5;
    private static final double ENOUGH_OVERLAP = 0.95;
    /** From which number on the mean of such skewed figures has an interval that can be believed. */
    private static final int ENOUGH_MATCHED = 30;

    private static final double HALF = 0.5;
    private static final int PER = 100;

    static Effect of(DoublyRobust.Evidence evidence, double carriedOut) {
        Finding finding = finding(evidence, carriedOut);
        return new Effect(
                finding,
                evidence.decisions(),
                evidence.customers(),
                Math.round(evidence.moved()),
                evidence.overlap(),
                evidence.matched(),
                carriedOut,
                Optional.of(evidence.difference()).filter(_ -> finding.told()).map(Effect::perHundred));
    }

    private static Finding finding(DoublyRobust.Evidence evidence, double carriedOut) {
        if (evidence.decisions() == 0) {
            return Finding.NOTHING_KNOWN_YET;
        }
        if (evidence.moved() < HALF) {
            return Finding.SAME;
        }
        if (carriedOut < ENOUGH_CARRIED_OUT) {
            return Finding.NOT_CARRIED_OUT;
        }
        if (evidence.overlap() < ENOUGH_OVERLAP) {
            return Finding.NO_OVERLAP;
        }
        if (evidence.matched() < ENOUGH_MATCHED) {
            return Finding.SELDOM_DONE;
        }
        return compared(evidence.difference());
    }

    private static Finding compared(Interval difference) {
        if (difference.low() > 0) {
            return Finding.KEEPS_MORE;
        }
        return difference.high() < 0 ? Finding.KEEPS_LESS : Finding.NO_CLEAR_DIFFERENCE;
    }

    private static Interval perHundred(Interval one) {
        return new Interval(one.estimate() * PER, one.low() * PER, one.high() * PER);
    }
}

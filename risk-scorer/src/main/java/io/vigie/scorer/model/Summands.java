package io.vigie.scorer.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What adds up to the log-odds of one risk.
 *
 * <p>It remembers what it last read: a search in time comes back to the same few instants again and again.
 */
final class Summands {
    private static final int REMEMBERED = 4;

    private final double base;
    private final List<Term> terms;
    private final Instant[] instants = new Instant[REMEMBERED];
    private final double[][] remembered = new double[REMEMBERED][];
    private int next;

    /** @param base the log-odds to which the terms add */
    Summands(double base, List<Term> terms) {
        this.base = base;
        this.terms = terms;
    }

    double base() {
        return base;
    }

    /** The same terms on another base. */
    Summands on(double other) {
        return new Summands(other, terms);
    }

    double logOdds(Instant at) {
        double[] read = read(at);
        double sum = base;
        for (int i = 0; i < read.length; i++) {
            sum += terms.get(i).weight() * read[i];
        }
        return sum;
    }

    /** Each term only rises or only falls, so its end points bound it. */
    Bounds bounds(Instant from, Instant to) {
        double[] first = read(from);
        double[] last = read(to);
        double low = base;
        double high = base;
        for (int i = 0; i < first.length; i++) {
            double weight = terms.get(i).weight();
            low += Math.min(weight * first[i], weight * last[i]);
            high += Math.max(weight * first[i], weight * last[i]);
        }
        return new Bounds(low, high);
    }

    List<Reading> readings(Instant at) {
        double[] read = read(at);
        List<Reading> readings = new ArrayList<>(read.length);
        for (int i = 0; i < read.length; i++) {
            Term term = terms.get(i);
            readings.add(new Reading(term.factor(), term.counter(), term.weight(), read[i], term.count(at)));
        }
        return readings;
    }

    Explanation explained(Instant at) {
        Explanation explanation = new Explanation(base);
        for (Reading reading : readings(at)) {
            explanation.add(reading.factor(), reading.weight() * reading.value(), reading.count());
        }
        return explanation;
    }

    private double[] read(Instant at) {
        for (int known = 0; known < REMEMBERED; known++) {
            if (at.equals(instants[known])) {
                return remembered[known];
            }
        }
        double[] read = new double[terms.size()];
        for (int i = 0; i < read.length; i++) {
            read[i] = terms.get(i).reading(at);
        }
        instants[next] = at;
        remembered[next] = read;
        next = (next + 1) % REMEMBERED;
        return read;
    }
}

package io.vigie.scorer.learning.calibration;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;

/** From a fitted log-odds to a probability that can be taken at its word. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Calibration.Identity.class, name = "identity"),
    @JsonSubTypes.Type(value = Calibration.Platt.class, name = "platt"),
    @JsonSubTypes.Type(value = Calibration.Isotonic.class, name = "isotonic")
})
public sealed interface Calibration {
    double LOWEST = 1e-4;

    /** The probability for a log-odds, never surer than one in ten thousand. */
    default double probability(double logOdds) {
        return Math.clamp(unclipped(logOdds), LOWEST, 1 - LOWEST);
    }

    double unclipped(double logOdds);

    /** The log-odds as it should have been. */
    default double logOdds(double logOdds) {
        double probability = probability(logOdds);
        return Math.log(probability / (1 - probability));
    }

    static double sigmoid(double logOdds) {
        return 1 / (1 + Math.exp(-logOdds));
    }

    /** The score is right as it is. */
    record Identity() implements Calibration {
        @Override
        public double unclipped(double logOdds) {
            return sigmoid(logOdds);
        }
    }

    /** The score is too sure, or not sure enough: Platt's straight line on log-odds. */
    record Platt(double intercept, double slope) implements Calibration {
        @Override
        public double unclipped(double logOdds) {
            return sigmoid(intercept + slope * logOdds);
        }
    }

    /**
     * The score is right in its order only: isotonic regression, straight between the middles of its blocks.
     *
     * @param logOdds the blocks' mean log-odds, rising
     * @param shares the share that left in each, never falling
     */
    record Isotonic(List<Double> logOdds, List<Double> shares) implements Calibration {
        public Isotonic {
            logOdds = List.copyOf(logOdds);
            shares = List.copyOf(shares);
            if (logOdds.isEmpty() || logOdds.size() != shares.size()) {
                throw new IllegalArgumentException("an isotonic calibration needs a share for each of its log-odds");
            }
        }

        @Override
        public double unclipped(double score) {
            int above = java.util.Collections.binarySearch(logOdds, score);
            if (above >= 0) {
                return shares.get(above);
            }
            int next = -above - 1;
            if (next == 0) {
                return shares.getFirst();
            }
            if (next == logOdds.size()) {
                return shares.getLast();
            }
            double from = logOdds.get(next - 1);
            double part = (score - from) / (logOdds.get(next) - from);
            return shares.get(next - 1) + part * (shares.get(next) - shares.get(next - 1));
        }
    }
}

package io.vigie.retention.rehearsal;

/** An estimate and the bounds within which the truth lies in 95 of 100 such cases. */
public record Interval(double estimate, double low, double high) {
    private static final double OF_95_PERCENT = 1.959964;

    /**
     * @param error standard error of the estimate
     */
    static Interval around(double estimate, double error) {
        return new Interval(estimate, estimate - OF_95_PERCENT * error, estimate + OF_95_PERCENT * error);
    }
}

package io.vigie.retention.policy;

/** What is believed of a share: a Beta distribution, as {@code {a: 6, b: 94}}. */
public record Beta(double a, double b) {
    public Beta {
        if (!(a > 0 && b > 0)) {
            throw new IllegalArgumentException("Beta(a, b) needs both above 0, has " + a + ", " + b);
        }
    }

    public double mean() {
        return a / (a + b);
    }

    /** Standard deviation. */
    public double spread() {
        return Math.sqrt(a * b / ((a + b) * (a + b) * (a + b + 1)));
    }
}

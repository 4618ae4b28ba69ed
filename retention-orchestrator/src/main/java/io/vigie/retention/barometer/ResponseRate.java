package io.vigie.retention.barometer;

/**
 * The share of those asked who answered, with its interval of 95 % (Wilson 1927), which holds for small numbers as well.
 *
 * @param asked who could be asked
 * @param answered how many of them did
 */
public record ResponseRate(long asked, long answered) {
    private static final double Z = 1.959963984540054;

    public ResponseRate {
        if (answered < 0 || answered > asked) {
            throw new IllegalArgumentException("no more answer than are asked: " + answered + " of " + asked);
        }
    }

    /** 0 where nobody was asked. */
    public double rate() {
        return asked == 0 ? 0 : (double) answered / asked;
    }

    public double lowest() {
        return asked == 0 ? 0 : Math.max(0, centre() - spread());
    }

    public double highest() {
        return asked == 0 ? 1 : Math.min(1, centre() + spread());
    }

    private double centre() {
        return (rate() + Z * Z / (2 * asked)) / (1 + Z * Z / asked);
    }

    private double spread() {
        return Z / (1 + Z * Z / asked) * Math.sqrt(rate() * (1 - rate()) / asked + Z * Z / (4.0 * asked * asked));
    }
}

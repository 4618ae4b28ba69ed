package io.vigie.scorer.profile;

/**
 * Recent against usual spending: amounts decayed over two half-lives, as of the day of the last order, so that what
 * silence says after it is not said twice.
 *
 * @param recent Σ amounts · 2^(−days/30), minor units
 * @param usual Σ amounts · 2^(−days/180), minor units
 */
public record Spend(double recent, double usual) {
    static final Spend NOTHING = new Spend(0, 0);
    private static final double RECENT_DAYS = 30;
    private static final double USUAL_DAYS = 180;
    private static final double MOST = 2;

    /** The same some days later, with an amount more. */
    Spend plus(double days, long amount) {
        return new Spend(recent * left(days, RECENT_DAYS) + amount, usual * left(days, USUAL_DAYS) + amount);
    }

    /** What was bought turned out to be less. */
    Spend less(long amount) {
        return new Spend(Math.max(0, recent - amount), Math.max(0, usual - amount));
    }

    /**
     * log2(usual / recent) of the amounts a day, each over as much of its span as the customer has been one: 1 where
     * they spend half of what they used to, −1 where twice, within ±2; 0 for a first order.
     *
     * @param daysKnown days from the first order to the last
     */
    public double shrunk(double daysKnown) {
        if (usual <= 0) {
            return 0;
        }
        double recently = recent / (RECENT_DAYS * (1 - left(daysKnown + 1, RECENT_DAYS)));
        double usually = usual / (USUAL_DAYS * (1 - left(daysKnown + 1, USUAL_DAYS)));
        return daysKnown == 0 ? 0 : Math.clamp(Math.log(usually / recently) / Math.log(2), -MOST, MOST);
    }

    private static double left(double days, double halfLife) {
        return Math.pow(2, -days / halfLife);
    }
}

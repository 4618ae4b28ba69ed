package io.vigie.retention.policy;

import java.util.Currency;

/** How many minor units, such as cents, there are in one major unit of a currency. */
public final class MinorUnits {
    private static final int TEN = 10;

    private MinorUnits() {}

    /**
     * @param currency ISO 4217
     * @return 1 for currencies that have none
     */
    public static double of(String currency) {
        return Math.pow(TEN, Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits()));
    }
}

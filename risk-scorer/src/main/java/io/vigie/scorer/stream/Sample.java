package io.vigie.scorer.stream;

import java.util.function.LongSupplier;

/**
 * Of which of a partition's customers it is noted what is said: of all while they are few, else always of the same ones, so
 * that watching costs no more with millions.
 */
final class Sample {
    /** From twice as many on, half of them are enough to see a share move. */
    private static final int ENOUGH = 100;

    /** Fibonacci hashing (Knuth 1973): names that follow each other fall far apart. */
    private static final int SPREAD = 0x9E3779B9;

    private static final int LOW_BITS = 8;

    private final LongSupplier customers;
    private long oneIn = 1;

    Sample(LongSupplier customers) {
        this.customers = customers;
    }

    boolean holds(String customer) {
        if (!drawn(customer)) {
            return false;
        }
        oneIn = Math.max(oneIn, Long.highestOneBit(Math.max(1, customers.getAsLong() / ENOUGH)));
        return drawn(customer);
    }

    /** Whoever is one in 64 is one in 32 too. */
    private boolean drawn(String customer) {
        long place = Integer.toUnsignedLong(customer.hashCode() * SPREAD) >>> LOW_BITS;
        return (place & (oneIn - 1)) == 0;
    }
}

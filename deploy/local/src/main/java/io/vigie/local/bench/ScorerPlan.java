package io.vigie.local.bench;

/**
 * How much is scored.
 *
 * @param signals that count, after as many to warm up as a turn has
 * @param customers they are about
 * @param times how many times as many customers the larger company has
 * @param turns in which the signals come
 */
public record ScorerPlan(long signals, int customers, int times, int turns) {
    public ScorerPlan {
        if (signals < turns || customers < 1 || times < 1 || turns < 1) {
            throw new IllegalArgumentException("each turn needs a signal, and a company customers");
        }
    }

    int manyCustomers() {
        return customers * times;
    }

    /** All that a scorer is given. */
    long withWarmUp() {
        return perTurn() * (turns + 1L);
    }

    long perTurn() {
        return signals / turns;
    }
}

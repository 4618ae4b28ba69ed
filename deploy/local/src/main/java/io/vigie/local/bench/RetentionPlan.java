package io.vigie.local.bench;

/**
 * How much is decided on.
 *
 * @param warmUp how many come before, at least, and count for nothing
 * @param events that count
 * @param customers they are about
 * @param turns in which they come
 */
public record RetentionPlan(long warmUp, long events, int customers, int turns) {
    public RetentionPlan {
        if (warmUp < 1 || events < turns || customers < 1 || turns < 1) {
            throw new IllegalArgumentException("each turn needs an event, warming up too, and a company customers");
        }
    }

    long perTurn() {
        return events / turns;
    }

    int turnsToWarmUp() {
        return (int) Math.ceilDiv(warmUp, perTurn());
    }
}

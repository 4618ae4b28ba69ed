package io.vigie.local.bench;

/**
 * How much is decided on.
 *
 * @param events that count, after as many to warm up as a turn has
 * @param customers they are about
 * @param turns in which they come
 */
public record RetentionPlan(long events, int customers, int turns) {
    public RetentionPlan {
        if (events < turns || customers < 1 || turns < 1) {
            throw new IllegalArgumentException("each turn needs an event, and a company customers");
        }
    }

    long perTurn() {
        return events / turns;
    }
}

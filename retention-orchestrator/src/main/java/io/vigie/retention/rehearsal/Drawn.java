package io.vigie.retention.rehearsal;

import io.vigie.retention.policy.Draw;
import java.util.function.Predicate;

/**
 * A sample of customers, always the same ones, so that whatever is tried is tried on them.
 *
 * @param share of all customers
 */
public record Drawn(double share) implements Predicate<String> {
    public Drawn {
        if (!(share > 0 && share <= 1)) {
            throw new IllegalArgumentException("a share must be above 0 and at most 1, is " + share);
        }
    }

    /**
     * So many of them, or all where there are fewer.
     *
     * @param most at least one
     */
    public static Drawn of(long most, long all) {
        return new Drawn(all <= most ? 1 : most / (double) all);
    }

    @Override
    public boolean test(String customer) {
        return share == 1 || Draw.of(customer, "simulation") < share;
    }
}

package io.vigie.kpi.measure;

import java.util.Optional;

/** A split as shares of one whole; there is none of nothing, so that no screen ever shows a division by zero. */
public record Shares(double total, double byChoice, double unpaid, double unavoidable) {

    /**
     * @return empty unless the whole is more than zero
     */
    static Optional<Shares> of(Split part, long whole) {
        if (whole <= 0) {
            return Optional.empty();
        }
        double of = whole;
        return Optional.of(
                new Shares(part.total() / of, part.byChoice() / of, part.unpaid() / of, part.unavoidable() / of));
    }
}

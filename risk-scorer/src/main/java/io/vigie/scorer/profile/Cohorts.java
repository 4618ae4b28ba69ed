package io.vigie.scorer.profile;

import io.vigie.events.customer.Customer;
import io.vigie.events.customer.Segment;
import java.util.Optional;

/**
 * Which customers silence is learned from together.
 *
 * @param by {@code segment}, {@code none}, or the name of an attribute of customer records
 */
public record Cohorts(String by) {
    private static final String SEGMENT = "segment";
    private static final String NONE = "none";
    private static final String ALL = "all";

    public static final Cohorts BY_SEGMENT = new Cohorts(SEGMENT);

    public String of(Profile profile) {
        return of(profile.record(), Worth.segment(profile));
    }

    /** The cohort of a customer of whom that much is known; {@code all} where the attribute is not. */
    public String of(Optional<Customer> record, Segment segment) {
        return switch (by) {
            case NONE -> ALL;
            case SEGMENT -> SEGMENT + "=" + segment.word();
            default ->
                record.flatMap(known -> Optional.ofNullable(known.attributes().get(by)))
                        .map(value -> by + "=" + value)
                        .orElse(ALL);
        };
    }
}

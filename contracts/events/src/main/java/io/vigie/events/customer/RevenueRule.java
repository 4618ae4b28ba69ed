package io.vigie.events.customer;

import java.util.Optional;

/**
 * How a customer's worth follows from the trailing year's revenue, where the company records no margin.
 *
 * @param marginShare the share of revenue that is margin, 0 to 1
 * @param b2bFrom trailing-year revenue in minor units from which the customer counts as a business
 */
public record RevenueRule(double marginShare, Optional<Long> b2bFrom) {
    public RevenueRule {
        b2bFrom = b2bFrom == null ? Optional.empty() : b2bFrom;
        if (marginShare < 0 || marginShare > 1) {
            throw new IllegalArgumentException("marginShare must be 0 to 1, is " + marginShare);
        }
    }
}

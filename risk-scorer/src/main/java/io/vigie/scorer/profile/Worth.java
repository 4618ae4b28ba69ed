package io.vigie.scorer.profile;

import io.vigie.events.customer.Customer;
import io.vigie.events.customer.RevenueRule;
import io.vigie.events.customer.Segment;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/** What a customer is worth and which segment they are in: as the CRM says, else as their revenue says. */
public final class Worth {
    private Worth() {}

    /** The segment; a consumer where nothing tells. It changes with what happens, never with time alone. */
    public static Segment segment(Profile profile) {
        return segment(profile.record(), profile.orders(), profile.contracts());
    }

    /**
     * Yearly margin in minor units: the CRM's, else the trailing year's orders and the open contracts' yearly amounts
     * times the margin share of the record's revenue rule, else 0.
     *
     * @param day the day number in the company's zone up to which the year trails
     */
    public static long yearlyMargin(Profile profile, long day) {
        return profile.record()
                .flatMap(Customer::yearlyMargin)
                .or(() -> profile.record()
                        .flatMap(Customer::revenueRule)
                        .map(rule ->
                                Math.round(rule.marginShare() * revenue(profile.orders(), profile.contracts(), day))))
                .orElse(0L);
    }

    private static Segment segment(
            Optional<Customer> record, Optional<Orders> orders, Map<String, OpenContract> contracts) {
        return segment(record, () -> revenue(orders, contracts, lastChange(orders)));
    }

    /** The segment of a customer of whom only the record and the yearly revenue, minor units, are known. */
    public static Segment segment(Optional<Customer> record, LongSupplier revenue) {
        return record.flatMap(Customer::segment)
                .or(() -> record.flatMap(Customer::revenueRule)
                        .flatMap(RevenueRule::b2bFrom)
                        .filter(from -> revenue.getAsLong() >= from)
                        .map(from -> Segment.B2B))
                .orElse(Segment.B2C);
    }

    private static long lastChange(Optional<Orders> orders) {
        return orders.map(placed -> placed.revenueByDay().lastKey()).orElse(0L);
    }

    private static long revenue(Optional<Orders> orders, Map<String, OpenContract> contracts, long day) {
        long contracted = contracts.values().stream()
                .mapToLong(OpenContract::yearlyAmount)
                .sum();
        return contracted + orders.map(placed -> placed.revenueOfYearTo(day)).orElse(0L);
    }
}

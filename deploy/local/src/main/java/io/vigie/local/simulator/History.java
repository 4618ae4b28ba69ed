package io.vigie.local.simulator;

import io.vigie.events.customer.Customer;
import io.vigie.events.signal.Signal;
import java.util.List;

/**
 * A simulated company's history.
 *
 * @param customers by id
 * @param signals in order of time
 * @param truths what no service sees, by customer and life
 */
public record History(
        int version, HistoryPlan plan, List<Customer> customers, List<Signal> signals, List<Truth> truths) {
    public History {
        customers = List.copyOf(customers);
        signals = List.copyOf(signals);
        truths = List.copyOf(truths);
    }
}

package io.vigie.retention.policy;

import io.vigie.events.customer.Segment;
import io.vigie.events.risk.DecisionInput;
import java.util.List;
import java.util.Map;

/**
 * Whom a programme leaves alone so that its effect can be measured. A customer's draw never changes, so they change sides
 * only where the share itself does.
 *
 * @param programme whose
 * @param shares of each segment; 0 for none
 */
record ControlGroup(String programme, Map<Segment, Double> shares) {
    double share(DecisionInput customer) {
        boolean spared = customer.segment() == Segment.B2B && customer.strategic();
        return spared ? 0 : shares.getOrDefault(customer.segment(), 0.0);
    }

    boolean takes(String name, DecisionInput customer) {
        double share = share(customer);
        return share > 0 && Draw.of(name, "control group of " + programme) < share;
    }

    /** Segment and value band: within these the two sides are compared. */
    static String stratum(DecisionInput customer, double value, Map<Segment, List<Double>> bands) {
        long from = bands.getOrDefault(customer.segment(), List.of()).stream()
                .filter(bound -> bound <= value)
                .mapToLong(Math::round)
                .max()
                .orElse(0);
        return customer.segment().word() + "/" + from;
    }
}

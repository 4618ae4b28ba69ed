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
    double share(Segment segment, boolean strategic) {
        boolean spared = segment == Segment.B2B && strategic;
        return spared ? 0 : shares.getOrDefault(segment, 0.0);
    }

    boolean takes(String name, DecisionInput customer) {
        double share = share(customer.segment(), customer.strategic());
        return share > 0 && Draw.of(name, "control group of " + programme) < share;
    }

    /** Segment and value band: within these the two sides are compared. */
    static String stratum(Segment segment, double value, Map<Segment, List<Double>> bands) {
        long from = bands.getOrDefault(segment, List.of()).stream()
                .filter(bound -> bound <= value)
                .mapToLong(Math::round)
                .max()
                .orElse(0);
        return segment.word() + "/" + from;
    }
}

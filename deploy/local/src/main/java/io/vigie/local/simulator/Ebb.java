package io.vigie.local.simulator;

import java.time.Instant;
import java.util.List;

/** How a customer's appetite shrinks in the troubles that show in nothing else. */
final class Ebb {
    private final List<Trouble> ebbing;
    private final Model.Orders orders;

    Ebb(List<Trouble> troubles, Model.Orders orders) {
        this.ebbing =
                troubles.stream().filter(trouble -> trouble.kind().ebbing()).toList();
        this.orders = orders;
    }

    /** 1 for the usual appetite; falls evenly to the decision, then comes back at once where the trouble passes. */
    double appetite(Instant at) {
        double appetite = 1;
        for (Trouble trouble : ebbing) {
            double progress = trouble.progress(at);
            if (progress >= 0 && progress < 1) {
                double depth = trouble.leads() ? orders.ebb() : orders.ebbPassing();
                appetite = Math.min(appetite, 1 - depth * progress);
            }
        }
        return appetite;
    }
}

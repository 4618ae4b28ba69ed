package io.vigie.kpi.measure;

import io.vigie.events.signal.Cause;
import java.util.Map;

/**
 * Why customers leave, and what others complain of while there is still time.
 *
 * @param lost lives that ended within the period, where a cause is known
 * @param signals signals of the period that speak against staying
 */
public record Causes(Map<Cause, Long> lost, Map<Cause, Long> signals) {
    public Causes {
        lost = Tally.of(Cause.class, lost);
        signals = Tally.of(Cause.class, signals);
    }
}

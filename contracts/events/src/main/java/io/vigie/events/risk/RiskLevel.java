package io.vigie.events.risk;

import io.vigie.events.Word;

/** How near leaving is, in rising order; a level is left only at nine tenths of its entry. */
public enum RiskLevel implements Word {
    STABLE,
    WATCH,
    AT_RISK,
    URGENT;

    public boolean atLeast(RiskLevel other) {
        return compareTo(other) >= 0;
    }
}

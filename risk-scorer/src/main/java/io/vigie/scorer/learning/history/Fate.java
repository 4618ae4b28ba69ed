package io.vigie.scorer.learning.history;

import io.vigie.events.signal.RiskKind;

/** What had become of a customer by the end of the horizon. */
public enum Fate {
    STAYED,
    LEFT_BY_CHOICE,
    LEFT_UNPAID;

    boolean is(RiskKind kind) {
        return switch (kind) {
            case BY_CHOICE -> this == LEFT_BY_CHOICE;
            case UNPAID -> this == LEFT_UNPAID;
            case NONE -> false;
        };
    }
}

package io.vigie.events.signal;

import io.vigie.events.Word;

/** Which of the two risks against staying a signal bears on, or none. */
public enum RiskKind implements Word {
    BY_CHOICE,
    UNPAID,
    NONE
}

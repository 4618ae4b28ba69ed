package io.vigie.events.retention;

import io.vigie.events.Word;

/** How a case ended; saved is said only of customers still active 90 days later. */
public enum CaseResult implements Word {
    SAVED,
    LOST,
    CLOSED_WITHOUT_ACTION,
    VOID
}

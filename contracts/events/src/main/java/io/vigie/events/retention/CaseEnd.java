package io.vigie.events.retention;

import io.vigie.events.Word;

/** What ended a case. */
public enum CaseEnd implements Word {
    ORDERED,
    RENEWED,
    PAID,
    RESOLVED,
    LEFT,
    UNAVOIDABLE,
    OBJECTED,
    ERASED,
    RETURNED,
    OVERRULED,
    CALMED_DOWN,
    STILL_ACTIVE,
    NOTHING_LEFT_TO_DO
}

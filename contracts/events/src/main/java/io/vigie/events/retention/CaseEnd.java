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
    /** They said that they do not want to be asked back. */
    DECLINED,
    CALMED_DOWN,
    STILL_ACTIVE,
    NOTHING_LEFT_TO_DO,
    /** A late task went up to the next team. */
    ESCALATED,
    /** Somebody gave a task to another team. */
    HANDED_ON,
    /** Nobody has the time for it; something that takes less was asked for instead. */
    NO_CAPACITY
}

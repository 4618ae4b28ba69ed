package io.vigie.events.signal;

import io.vigie.events.Word;

/** Why customers leave; the last four are unavoidable. */
public enum Cause implements Word {
    SERVICE,
    PRODUCT,
    PRICE,
    COMPETITOR,
    RELATIONSHIP,
    EXPERIENCE,
    HABITS,
    MOVED,
    PAYMENT,
    DIED,
    CLOSED_DOWN,
    CHANGED_ACTIVITY,
    MOVED_OUT_OF_REACH
}

package io.vigie.events.retention;

import io.vigie.events.Word;

/** What came of a task. */
public enum Outcome implements Word {
    REACHED,
    NOT_REACHED,
    PROMISE,
    OFFER_ACCEPTED,
    STAYING,
    LEAVING,
    REFUSED,
    COMPLAINT_NOTED,
    SENT
}

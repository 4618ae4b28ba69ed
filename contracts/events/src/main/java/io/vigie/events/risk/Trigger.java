package io.vigie.events.risk;

import io.vigie.events.Word;

/** What made the scorer look: a signal, a customer record, a due review, or a new model. */
public enum Trigger implements Word {
    SIGNAL,
    CUSTOMER,
    TIMER,
    MODEL
}

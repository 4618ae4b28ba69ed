package io.vigie.events.risk;

import io.vigie.events.Word;

/** Whether the customer is one now. */
public enum LifeState implements Word {
    ACTIVE,
    LOST
}

package io.vigie.events.customer;

import io.vigie.events.Word;

/** What the customer could become, in the bands that account managers set. */
public enum Potential implements Word {
    LOW,
    MEDIUM,
    HIGH
}

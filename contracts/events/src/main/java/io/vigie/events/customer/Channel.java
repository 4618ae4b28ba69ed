package io.vigie.events.customer;

import io.vigie.events.Word;

/** A way to reach a customer. */
public enum Channel implements Word {
    EMAIL,
    SMS,
    LETTER,
    PHONE,
    VISIT
}

package io.vigie.events.risk;

import io.vigie.events.Word;

/** The three ways of leaving that measures keep apart. */
public enum Leaving implements Word {
    BY_CHOICE,
    UNPAID,
    UNAVOIDABLE
}

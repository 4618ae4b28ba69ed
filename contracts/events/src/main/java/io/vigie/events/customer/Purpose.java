package io.vigie.events.customer;

import io.vigie.events.Word;

/** What a customer agreed, or refused, to be contacted for. */
public enum Purpose implements Word {
    RETENTION,
    WIN_BACK
}

package io.vigie.events.customer;

import io.vigie.events.Word;

/** Whether the customer buys as a business or as a consumer. */
public enum Segment implements Word {
    B2B,
    B2C
}

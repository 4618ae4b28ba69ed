package io.vigie.events.signal;

import io.vigie.events.Word;

/** Where in the customer's journey it happened. */
public enum JourneyStage implements Word {
    DISCOVERY,
    PURCHASE,
    DELIVERY,
    USE,
    SUPPORT,
    BILLING,
    RENEWAL,
    LEAVING
}

package io.vigie.events.signal;

import io.vigie.events.Word;

/** The part a signal type plays in a customer's life, beyond its weight: what the fold must understand by itself. */
public enum Role implements Word {
    /** Only counts. */
    OCCURRENCE,
    ORDER,
    ORDER_RETURNED,
    CONTRACT_STARTED,
    CONTRACT_RENEWED,
    CONTRACT_ENDED,
    ACCOUNT_CLOSED,
    RETURNED,
    /** Received notice of leaving: an open matter until effective or withdrawn. */
    TERMINATION_NOTIFIED,
    /** A contact that we made: for contact limits and the timeline. */
    CONTACT
}

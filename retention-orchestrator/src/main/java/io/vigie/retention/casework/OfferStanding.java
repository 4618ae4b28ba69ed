package io.vigie.retention.casework;

import java.time.Instant;

/** How far the offer of a task has come; what is approved or given weighs on the budget. */
public sealed interface OfferStanding {
    /** Nobody has asked for it or given it. */
    record Open() implements OfferStanding {}

    /** Somebody wants to make it, and may not alone. */
    record Asked(String by, Instant at) implements OfferStanding {}

    record Approved(String by, Instant at) implements OfferStanding {}

    record Refused(String by, Instant at, String because) implements OfferStanding {}

    /** It was made in writing, or the customer took it. */
    record Given(String by, Instant at) implements OfferStanding {}
}

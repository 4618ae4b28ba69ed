package io.vigie.events.customer;

import java.time.Instant;

/**
 * The customer is erased: whoever hears it drops or makes anonymous what it holds. Each topic that tells of customers
 * carries it in its own order; it says nothing personal, and anonymous rows go by {@code Ids.derived(id of the event,
 * "anonymous")}, so it bears the same id in every topic.
 *
 * @param at what happened before is gone; whatever comes later concerns a stranger
 */
public record CustomerErased(Instant at) {}

package io.vigie.events.retention;

/**
 * What whoever makes the contact may offer.
 *
 * @param name as the policy calls it
 * @param most what it may cost at most, minor units
 * @param needsApproval whether somebody has to approve of it first
 */
public record Offer(String name, long most, boolean needsApproval) {}

package io.vigie.events.customer;

import java.time.Instant;
import java.util.Optional;

/**
 * A customer's word on being contacted.
 *
 * @param given true for a yes, false for a refusal
 * @param at when it was said
 * @param proof where the proof is kept
 */
public record Consent(Channel channel, Purpose purpose, boolean given, Instant at, Optional<String> proof) {
    public Consent {
        proof = proof == null ? Optional.empty() : proof;
    }
}

package io.vigie.retention.policy;

import java.time.Instant;

/** Which policy holds when, and what decisions turn on beside the customer. */
public interface Rulebook {
    /** The version that is live at an instant. */
    Policy at(Instant now);

    Knowledge known();

    /** One policy for ever, and only its priors. */
    static Rulebook of(Policy policy) {
        return of(policy, Knowledge.NONE);
    }

    /** One policy for ever, and what is known. */
    static Rulebook of(Policy policy, Knowledge known) {
        return new Rulebook() {
            @Override
            public Policy at(Instant now) {
                return policy;
            }

            @Override
            public Knowledge known() {
                return known;
            }
        };
    }
}

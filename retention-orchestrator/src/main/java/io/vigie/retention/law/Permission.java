package io.vigie.retention.law;

import io.vigie.events.Word;
import java.time.Instant;
import java.util.Optional;

/** Whether a contact is allowed now, and by what. */
public sealed interface Permission {
    /** The rule that says so, by name. */
    String rule();

    /** The text that the rule rests on. */
    String text();

    /**
     * @param proof where the customer's yes is kept, where the ground is one
     */
    record Allowed(String rule, String text, Ground ground, Optional<String> proof) implements Permission {}

    /**
     * @param from when it will be allowed, as far as is known now
     */
    record NotNow(String rule, String text, Hindrance because, Instant from) implements Permission {}

    record Denied(String rule, String text, Denial because) implements Permission {}

    /** What an allowed contact rests on. */
    enum Ground implements Word {
        CONSENT,
        CURRENT_CONTRACT,
        LEGITIMATE_INTEREST
    }

    /** What stands against it for a time. */
    enum Hindrance implements Word {
        OUTSIDE_HOURS,
        TOO_MANY_ATTEMPTS,
        REFUSED_LATELY
    }

    /** Why it is not allowed; whatever no rule allows is denied. */
    enum Denial implements Word {
        NO_ADDRESS,
        NO_LAW_FOR_COUNTRY,
        NO_RULE_FOR_CHANNEL,
        OBJECTION,
        REFUSED,
        NO_CONSENT,
        NO_PROOF
    }
}

package io.vigie.retention.casework;

import io.vigie.events.customer.Purpose;
import io.vigie.events.retention.Action;
import io.vigie.events.retention.DecisionTrace;
import io.vigie.events.risk.Reason;
import io.vigie.retention.policy.Occasion;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * How and why a case began.
 *
 * @param about the open matter that it answers, where it answers one rather than the level
 * @param action the hardest action that was decided then
 * @param why reasons of the larger risk, largest movement first
 * @param currency of all amounts
 */
public record Opening(
        UUID id,
        String customer,
        Instant at,
        Optional<String> about,
        Action action,
        List<Reason> why,
        DecisionTrace trace,
        String currency,
        Cause cause) {
    /** The matter of which the account manager must not come to know, for they are what the customer is angry at. */
    static final String DISCREET = "incident.with-account-manager";

    /** The matter of who has given notice. */
    static final String NOTICE = "termination.notified";

    public Opening {
        why = List.copyOf(why);
    }

    /** Whether it tries to win back who has left, rather than to keep who is still there. */
    public boolean winsBack() {
        return purpose() == Purpose.WIN_BACK;
    }

    /** What its contacts are made for. */
    public Purpose purpose() {
        return Occasion.purpose(trace.programme());
    }
}

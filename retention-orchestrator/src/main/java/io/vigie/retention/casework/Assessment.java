package io.vigie.retention.casework;

import io.vigie.events.risk.RiskAssessed;
import java.time.Instant;
import java.util.Optional;

/**
 * A risk as it came in.
 *
 * @param event id of the event that brought it
 * @param receivedAt wall-clock instant at which the signal behind it was taken in, where one was
 */
public record Assessment(String event, Optional<Instant> receivedAt, RiskAssessed risk) {
    Cause asCause() {
        return new Cause(event, event, receivedAt);
    }

    /** What is decided later on the same risk gets ids of its own. */
    Cause lookedAtAgain(Instant due) {
        return new Cause(event, event + "/look-again/" + due, Optional.empty());
    }
}

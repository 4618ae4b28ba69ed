package io.vigie.ingest.api;

import io.vigie.events.signal.Signal;
import io.vigie.ingest.intake.Decision;
import io.vigie.ingest.intake.SignalIntake;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** Decides on events alike, whether they come for the first time or again from the quarantine. */
@ApplicationScoped
class EventIntake {
    private final SignalIntake intake;

    EventIntake(SignalIntake intake) {
        this.intake = intake;
    }

    Decision<Signal> decide(CloudEventReading event, Instant now) {
        return event.said().then(said -> intake.decide(said, now));
    }
}

package io.vigie.ingest.api.signals;

import io.vigie.events.signal.Signal;
import io.vigie.ingest.intake.Decision;
import io.vigie.ingest.intake.Identities;
import io.vigie.ingest.intake.SignalIntake;
import io.vigie.ingest.intake.Subjects;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** Decides on events alike, whether they come for the first time or again from the quarantine. */
@ApplicationScoped
class EventIntake {
    private final SignalIntake intake;
    private final Subjects subjects;

    EventIntake(SignalIntake intake, Identities identities) {
        this.intake = intake;
        this.subjects = new Subjects(identities);
    }

    Decision<Signal> decide(CloudEventReading event, Instant now) {
        return event.said().then(subjects::resolved).then(said -> intake.decide(said, now));
    }
}

package io.vigie.ingest.api.signals;

import io.vigie.events.signal.Signal;
import io.vigie.events.wire.Via;
import io.vigie.ingest.api.quarantine.WayIn;
import io.vigie.ingest.intake.Decision;
import io.vigie.ingest.intake.Refusal;
import io.vigie.ingest.store.Quarantined;
import io.vigie.ingest.stream.Delivery;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** CloudEvents again: of a batch either all are taken or none. */
@ApplicationScoped
class SignalsWayIn implements WayIn {
    private final EventIntake intake;
    private final InstantSource clock;

    SignalsWayIn(EventIntake intake, InstantSource clock) {
        this.intake = intake;
        this.clock = clock;
    }

    @Override
    public Via via() {
        return Via.SIGNALS;
    }

    @Override
    public Optional<Refusal> again(Quarantined what, byte[] body, Delivery delivery) {
        Instant now = clock.instant();
        List<Signal> signals = new ArrayList<>();
        for (CloudEventReading event : events(SignalRequest.read(Map.of("content-type", contentType(what)), body))) {
            switch (intake.decide(event, now)) {
                case Decision.Accepted<Signal>(Signal signal) -> signals.add(signal);
                case Decision.Declined<Signal>(Refusal why) -> {
                    return Optional.of(why);
                }
            }
        }
        signals.forEach(signal -> delivery.send(signal, what.at()));
        return Optional.empty();
    }

    /** What came as something that is not taken here can only be mended into one event. */
    private static String contentType(Quarantined what) {
        return what.contentType().startsWith(SignalRequest.BATCH) ? SignalRequest.BATCH : SignalRequest.STRUCTURED;
    }

    private static List<CloudEventReading> events(SignalRequest request) {
        return switch (request) {
            case SignalRequest.Single(CloudEventReading event) -> List.of(event);
            case SignalRequest.Batch(List<CloudEventReading> events) -> events;
        };
    }
}

package io.vigie.ingest.api.signals;

import io.vigie.events.wire.Refused;
import io.vigie.events.wire.Via;
import io.vigie.ingest.intake.Names;
import io.vigie.ingest.intake.Refusal;
import java.time.Instant;
import java.util.Optional;

/** An event that could not be taken, on its way to where it is kept for repair. */
public record RefusedEvent(Refusal why, Via via, CloudEventReading reading) {
    private static final String UNKNOWN = "unknown";

    public Refused record(Instant receivedAt) {
        KeptEvent kept = KeptEvent.of(reading);
        return new Refused(
                why.reason(),
                why.detail(),
                via,
                source(),
                Optional.empty(),
                kept.contentType(),
                Refused.encode(kept.raw()),
                receivedAt,
                why.waitsFor());
    }

    public String key() {
        return reading.customer().filter(Names::isSound).orElseGet(this::source);
    }

    private String source() {
        return reading.source().filter(Names::isSound).orElse(UNKNOWN);
    }
}

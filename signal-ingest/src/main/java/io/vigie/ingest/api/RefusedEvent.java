package io.vigie.ingest.api;

import io.vigie.events.wire.Refused;
import io.vigie.events.wire.Via;
import io.vigie.ingest.intake.Refusal;
import java.time.Instant;
import java.util.Optional;

/** An event that could not be taken, on its way to where it is kept for repair. */
record RefusedEvent(Refusal why, Via via, CloudEventReading reading) {
    private static final int LONGEST_KEY = 255;
    private static final String UNKNOWN = "unknown";

    Refused record(Instant receivedAt) {
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

    String key() {
        return reading.customer().filter(RefusedEvent::canBeKey).orElseGet(this::source);
    }

    private String source() {
        return reading.source().filter(RefusedEvent::canBeKey).orElse(UNKNOWN);
    }

    private static boolean canBeKey(String text) {
        return !text.isBlank() && text.length() <= LONGEST_KEY && text.chars().noneMatch(Character::isISOControl);
    }
}

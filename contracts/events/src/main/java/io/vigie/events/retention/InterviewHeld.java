package io.vigie.events.retention;

import io.vigie.events.signal.Cause;
import io.vigie.events.signal.JourneyStage;
import java.time.Instant;
import java.util.Optional;

/**
 * A leaver said why; what can be counted of it. Their own words stand enciphered where they were heard, and in no event.
 *
 * @param caseId the case it is about, where there is one
 * @param wave the wave of the lost-customer barometer that asked, where one did
 * @param stated the reason they gave
 * @param real the reason behind it, as whoever listened understood it
 * @param stage where on the way it happened
 * @param approachable whether they may be approached again
 */
public record InterviewHeld(
        String customer,
        Instant at,
        Instant recordedAt,
        Optional<String> caseId,
        InterviewWay way,
        Optional<String> wave,
        Optional<Cause> stated,
        Optional<Cause> real,
        Optional<JourneyStage> stage,
        Optional<Boolean> approachable)
        implements RetentionEvent {
    public InterviewHeld {
        caseId = caseId == null ? Optional.empty() : caseId;
        wave = wave == null ? Optional.empty() : wave;
        stated = stated == null ? Optional.empty() : stated;
        real = real == null ? Optional.empty() : real;
        stage = stage == null ? Optional.empty() : stage;
        approachable = approachable == null ? Optional.empty() : approachable;
    }
}

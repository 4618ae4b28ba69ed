package io.vigie.events.retention;

import java.time.Instant;
import java.util.Optional;

/**
 * A leaver was sent the questions why; whether they answer is told when they do.
 *
 * @param caseId the case it is about, where there is one
 * @param wave the wave of the lost-customer barometer that asked, where one did
 */
public record InterviewAsked(
        String customer, Instant at, Instant recordedAt, Optional<String> caseId, Optional<String> wave)
        implements RetentionEvent {
    public InterviewAsked {
        caseId = caseId == null ? Optional.empty() : caseId;
        wave = wave == null ? Optional.empty() : wave;
    }
}

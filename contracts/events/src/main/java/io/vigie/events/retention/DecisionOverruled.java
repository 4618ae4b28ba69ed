package io.vigie.events.retention;

import java.time.Instant;
import java.util.Optional;

/**
 * A person set a decision of the policy aside; why stands where agents' notes do, and in no event.
 *
 * @param caseId the case it is about, where there is one
 * @param was the action that the policy had chosen; empty where it had chosen none
 * @param now the action chosen instead; empty for none
 */
public record DecisionOverruled(
        String customer,
        Instant at,
        Instant recordedAt,
        Optional<String> caseId,
        Optional<Action> was,
        Optional<Action> now,
        String by)
        implements RetentionEvent {
    public DecisionOverruled {
        caseId = caseId == null ? Optional.empty() : caseId;
        was = was == null ? Optional.empty() : was;
        now = now == null ? Optional.empty() : now;
    }
}

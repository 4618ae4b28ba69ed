package io.vigie.retention.casework;

import io.vigie.retention.policy.Step;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * What a task asks for; only for whom it is meant may change.
 *
 * @param rule the row of the policy that asked for it
 * @param about the open matter that it answers, where it answers one
 */
public record TaskOrder(UUID id, String rule, Optional<String> about, Step step, Instant assignedAt) {
    TaskOrder meantFor(Optional<String> person) {
        return new TaskOrder(id, rule, about, step.forTeam(step.team(), person), assignedAt);
    }
}

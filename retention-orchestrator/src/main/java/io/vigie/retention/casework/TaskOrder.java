package io.vigie.retention.casework;

import io.vigie.retention.policy.Step;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * What a task asks for; it stays the same whatever becomes of the task.
 *
 * @param rule the row of the policy that asked for it
 * @param about the open matter that it answers, where it answers one
 */
public record TaskOrder(UUID id, String rule, Optional<String> about, Step step, Instant assignedAt) {}

package io.vigie.retention.casework;

import io.vigie.retention.policy.Step;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * What a task asks for; only for whom it is meant and by when may change.
 *
 * @param rule the row of the policy that asked for it
 * @param about the open matter that it answers, where it answers one
 * @param promised what it is to keep, where it keeps a promise; personal
 */
public record TaskOrder(
        UUID id, String rule, Optional<String> about, Step step, Instant assignedAt, Optional<String> promised) {
    /** Whether we have bound ourselves to it, by law or by our word, so that nothing takes its place. */
    boolean bound() {
        return step.owed() || promised.isPresent();
    }

    TaskOrder dueBy(Instant other) {
        return new TaskOrder(id, rule, about, step.dueBy(other), assignedAt, promised);
    }

    TaskOrder meantFor(Optional<String> person) {
        return new TaskOrder(id, rule, about, step.forTeam(step.team(), person), assignedAt, promised);
    }
}

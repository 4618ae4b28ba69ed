package io.vigie.scorer.learning.history;

import io.vigie.scorer.profile.Profile;
import java.time.Instant;

/**
 * A customer as they were known at an instant, and what had become of them a horizon later.
 *
 * @param profile of what had happened by then, and of nothing later
 *
 * @param exposure how long they were left to themselves; whom we contacted meanwhile teaches nothing but that
 */
public record Snapshot(String customer, Instant at, Profile profile, Fate fate, Exposure exposure) {}

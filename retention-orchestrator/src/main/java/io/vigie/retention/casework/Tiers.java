package io.vigie.retention.casework;

import io.vigie.events.retention.Team;
import java.util.Optional;

/** Who answers for a team, and which team is the next above it. */
public interface Tiers {
    Optional<String> lead(Team team);

    Optional<Team> above(Team team);
}

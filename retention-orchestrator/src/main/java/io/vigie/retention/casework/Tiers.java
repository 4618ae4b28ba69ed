package io.vigie.retention.casework;

import io.vigie.events.retention.Team;
import java.util.Optional;

/** Who answers for a team, which team is the next above it, and who is who. */
public interface Tiers {
    Optional<String> lead(Team team);

    Optional<Team> above(Team team);

    /**
     * The id of who is meant by a name, where that is a person we know.
     *
     * @param named an id, or what customer records call an account manager
     */
    default Optional<String> idOf(String named) {
        return Optional.empty();
    }
}

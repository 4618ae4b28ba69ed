package io.vigie.retention.teams;

import io.vigie.events.Word;
import io.vigie.events.retention.Team;
import java.util.Optional;

/**
 * How a team works.
 *
 * @param lead who answers for it: late tasks go to them
 * @param assigning whether its people take what they find, or are given what there is
 * @param above the team that late tasks go up to after that
 */
public record TeamRule(Team team, Optional<String> lead, Assigning assigning, Optional<Team> above) {
    public TeamRule {
        lead = lead == null ? Optional.empty() : lead.filter(one -> !one.isBlank());
        above = above == null ? Optional.empty() : above;
        if (assigning == null) {
            throw new IllegalArgumentException(
                    "assigning: is missing; pull, account-manager, round-robin or least-loaded");
        }
        if (above.filter(team::equals).isPresent()) {
            throw new IllegalArgumentException("above: a team cannot be above itself");
        }
    }

    /** How tasks come to people. */
    public enum Assigning implements Word {
        PULL,
        ACCOUNT_MANAGER,
        ROUND_ROBIN,
        LEAST_LOADED
    }

    /** Until somebody says otherwise. */
    public static TeamRule shipped(Team team) {
        return switch (team) {
            case CALL_CENTRE, SERVICE_DESK, BILLING_DESK -> of(team, Assigning.PULL, Optional.of(Team.RETENTION_UNIT));
            case ACCOUNT_MANAGERS -> of(team, Assigning.ACCOUNT_MANAGER, Optional.of(Team.SALES_DIRECTOR));
            default -> of(team, Assigning.PULL, Optional.empty());
        };
    }

    private static TeamRule of(Team team, Assigning assigning, Optional<Team> above) {
        return new TeamRule(team, Optional.empty(), assigning, above);
    }
}

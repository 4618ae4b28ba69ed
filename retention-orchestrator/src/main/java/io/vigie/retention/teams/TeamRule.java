package io.vigie.retention.teams;

import io.vigie.events.Word;
import io.vigie.events.retention.Team;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

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
        if (above.filter(Team.AUTOMATIC::equals).isPresent()) {
            throw new IllegalArgumentException("above: nobody works in automatic; name a team of people");
        }
    }

    /**
     * Makes sure that a late task ends up somewhere.
     *
     * @param others how every team works now
     * @throws IllegalArgumentException naming the teams that would hand it round
     */
    public void endsAmong(Collection<TeamRule> others) {
        List<Team> way = new ArrayList<>(List.of(team));
        Optional<Team> next = above;
        while (next.isPresent()) {
            way.add(next.get());
            if (next.get() == team) {
                throw new IllegalArgumentException("above: late tasks would go round for ever: "
                        + way.stream().map(Team::word).collect(Collectors.joining(" to ")));
            }
            Team at = next.get();
            next = way.indexOf(at) < way.size() - 1
                    ? Optional.empty()
                    : others.stream()
                            .filter(other -> other.team == at)
                            .findFirst()
                            .flatMap(TeamRule::above);
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

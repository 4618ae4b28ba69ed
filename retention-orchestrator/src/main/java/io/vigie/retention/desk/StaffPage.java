package io.vigie.retention.desk;

import io.vigie.events.retention.Team;
import io.vigie.retention.store.Loads.Load;
import io.vigie.retention.teams.Person;
import io.vigie.retention.teams.TeamRule;
import io.vigie.retention.teams.TeamRule.Assigning;
import java.util.List;
import java.util.Optional;

/**
 * Teams and people as shown.
 *
 * @param wrong what is wrong with what was just entered
 * @param currency of all amounts
 */
public record StaffPage(
        List<Person> people, List<TeamRule> rules, List<Load> loads, Optional<String> wrong, String currency) {
    /** Those that somebody can work in. */
    public List<Team> teams() {
        return rules.stream()
                .map(TeamRule::team)
                .filter(team -> team != Team.AUTOMATIC)
                .toList();
    }

    public List<TeamRule> workedIn() {
        return rules.stream().filter(rule -> rule.team() != Team.AUTOMATIC).toList();
    }

    public List<Assigning> ways() {
        return List.of(Assigning.values());
    }

    public Optional<Load> load(Team team) {
        return loads.stream().filter(load -> load.team() == team).findFirst();
    }

    public long price(Load load) {
        return Math.round(load.shadowPrice());
    }
}

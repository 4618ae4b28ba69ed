package io.vigie.retention.desk;

import io.vigie.events.customer.Segment;
import io.vigie.events.retention.Action;
import io.vigie.events.retention.Team;
import io.vigie.events.signal.Cause;
import io.vigie.retention.store.Loads.Load;
import io.vigie.retention.teams.Person;
import io.vigie.retention.teams.Shift;
import io.vigie.retention.teams.TeamRule;
import io.vigie.retention.teams.TeamRule.Assigning;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Teams and people as shown.
 *
 * @param changed whom the form is about, where somebody is to be changed
 * @param wrong what is wrong with what was just entered
 * @param currency of all amounts
 */
public record StaffPage(
        List<Person> people,
        List<TeamRule> rules,
        List<Load> loads,
        Optional<Person> changed,
        Optional<String> wrong,
        String currency) {
    public List<Action> actions() {
        return List.of(Action.values());
    }

    public List<Segment> segments() {
        return List.of(Segment.values());
    }

    public List<Cause> causes() {
        return List.of(Cause.values());
    }

    public List<DayOfWeek> days() {
        return List.of(DayOfWeek.values());
    }

    public boolean worksIn(Team team) {
        return changed.filter(one -> one.teams().contains(team)).isPresent();
    }

    public boolean does(Action action) {
        return changed.filter(one -> one.skills().actions().contains(action)).isPresent();
    }

    public boolean knows(Segment segment) {
        return changed.filter(one -> one.skills().segments().contains(segment)).isPresent();
    }

    public boolean mends(Cause cause) {
        return changed.filter(one -> one.skills().causes().contains(cause)).isPresent();
    }

    public Optional<Shift> shift(DayOfWeek day) {
        return changed.flatMap(one -> Optional.ofNullable(one.hours().get(day)));
    }

    /** Somebody's own hours, in the order of the week. */
    public List<Map.Entry<DayOfWeek, Shift>> hours(Person person) {
        return person.hours().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .toList();
    }

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

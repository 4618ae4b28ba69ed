package io.vigie.retention.casework;

import io.vigie.events.retention.Team;
import io.vigie.retention.policy.BusinessCalendar;
import io.vigie.retention.policy.Rulebook;
import io.vigie.retention.policy.Step;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;

/**
 * How tasks are followed up until they are done: when they are warned of, to whom they go when they are late, when who
 * did not answer is called again.
 *
 * @param live whether anybody works on tasks at all; in a replay nobody does, and nothing goes up
 */
public record FollowUp(WorkRules rules, Rulebook rulebook, Tiers tiers, boolean live) {
    private BusinessCalendar calendar(Instant at) {
        return rulebook.at(at).calendar();
    }

    Watch begin(Step step, Instant at) {
        return live && step.team() != Team.AUTOMATIC
                ? Watch.over(at, step.dueAt(), rules.watch().warnAtShare())
                : Watch.NONE;
    }

    /** When a late task goes to the team above, where there is one that may know of it. */
    Optional<Instant> upAt(Instant due, Team team, boolean discreet) {
        return above(team, discreet).map(_ -> upDue(due));
    }

    Instant upDue(Instant from) {
        return calendar(from).plusDays(from, rules.watch().upAfterBusinessDays());
    }

    Optional<Team> above(Team team, boolean discreet) {
        return tiers.above(team).filter(next -> !discreet || next != Team.ACCOUNT_MANAGERS);
    }

    Optional<String> lead(Team team) {
        return tiers.lead(team);
    }

    /** The next business day, at the hour after the one nearest to the last try. */
    Instant nextTry(Instant last) {
        List<LocalTime> hours = rules.calls().hours();
        LocalTime at = calendar(last).timeOfDay(last);
        int nearest = 0;
        for (int i = 1; i < hours.size(); i++) {
            if (apart(hours.get(i), at) < apart(hours.get(nearest), at)) {
                nearest = i;
            }
        }
        return calendar(last).onNextDay(last, hours.get((nearest + 1) % hours.size()));
    }

    private static int apart(LocalTime one, LocalTime other) {
        return Math.abs(one.toSecondOfDay() - other.toSecondOfDay());
    }

    /** When work ends on a day. */
    Instant closing(LocalDate day, Instant at) {
        return calendar(at).closing(day);
    }

    /** By when what begins then is to be done the same day. */
    Instant endOfDay(Instant at) {
        return calendar(at).endOfDay(at);
    }
}

package io.vigie.retention.golive;

import io.vigie.events.retention.Team;
import io.vigie.retention.policy.BusinessCalendar;
import io.vigie.retention.policy.Step;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * On what terms the time of teams is given away, so that what is wanted of it fits.
 *
 * @param teams those whose time is known
 */
public record Terms(List<Of> teams) {
    public static final Terms NONE = new Terms(List.of());

    public Terms {
        teams = List.copyOf(teams);
    }

    /**
     * One team's.
     *
     * @param minutePrice what a minute has to bring more than, minor units; 0 where there is time enough
     * @param minutesThere in all days
     * @param minutesTaken of them
     * @param days the first first
     */
    public record Of(Team team, double minutePrice, long minutesThere, long minutesTaken, List<Cut> days) {
        public Of {
            days = List.copyOf(days);
        }
    }

    /**
     * What is done by the end of a day and not before.
     *
     * @param from what brings so much per minute, or more
     */
    public record Cut(LocalDate day, double from) {}

    public Map<Team, Double> prices() {
        return teams.stream().collect(Collectors.toMap(Of::team, Of::minutePrice));
    }

    /** The same step on the day on which its team comes to it; what is owed, or has time enough, stays where it is. */
    public Step placed(Step step, BusinessCalendar calendar) {
        return teams.stream()
                .filter(one -> one.team() == step.team() && !step.owed())
                .findFirst()
                .flatMap(one -> day(one.days(), step.profitPerMinute()))
                .map(calendar::closing)
                .filter(step.dueAt()::isBefore)
                .map(step::dueBy)
                .orElse(step);
    }

    private static Optional<LocalDate> day(List<Cut> days, double perMinute) {
        return days.stream()
                .filter(cut -> perMinute >= cut.from())
                .findFirst()
                .or(() -> days.stream().reduce((_, last) -> last))
                .map(Cut::day);
    }
}

package io.vigie.retention.teams;

import io.vigie.events.retention.Team;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The time that teams have on the next business days.
 *
 * @param days in their order, today first where there is anything left of it
 * @param minutes by team, one figure a day; a team that nobody is said to work in is not here, and has all the time
 */
public record Supply(List<LocalDate> days, Map<Team, List<Integer>> minutes) {
    public Supply {
        days = List.copyOf(days);
        minutes = Map.copyOf(minutes);
        if (days.isEmpty()) {
            throw new IllegalArgumentException("a plan needs at least one day");
        }
    }

    /**
     * Who works in several teams gives each the same share of their time.
     *
     * @param now the time of day, of which the first day has only the rest
     */
    public static Supply of(Collection<Person> people, List<LocalDate> days, LocalTime now, Shift usual) {
        Map<Team, List<Integer>> minutes = new EnumMap<>(Team.class);
        for (Person person : people) {
            List<Integer> theirs = new ArrayList<>();
            for (int i = 0; i < days.size(); i++) {
                LocalTime from = i == 0 ? now : LocalTime.MIN;
                theirs.add(person.minutesOn(days.get(i), from, usual)
                        / person.teams().size());
            }
            person.teams().forEach(team -> minutes.merge(team, theirs, Supply::sum));
        }
        return new Supply(days, minutes);
    }

    /** The last of the days by which something due then must be done; what is late already is for the first. */
    int dayOf(LocalDate due) {
        int day = 0;
        while (day + 1 < days.size() && !days.get(day + 1).isAfter(due)) {
            day++;
        }
        return day;
    }

    /** What is left of it when so much is asked for already, which is done first. */
    public Supply less(Map<Team, Long> asked) {
        Map<Team, List<Integer>> left = new EnumMap<>(Team.class);
        minutes.forEach((team, theirs) -> left.put(team, less(theirs, asked.getOrDefault(team, 0L))));
        return new Supply(days, left);
    }

    private static List<Integer> less(List<Integer> minutes, long asked) {
        List<Integer> left = new ArrayList<>();
        long still = asked;
        for (int day : minutes) {
            long taken = Math.min(day, still);
            still -= taken;
            left.add((int) (day - taken));
        }
        return left;
    }

    private static List<Integer> sum(List<Integer> one, List<Integer> other) {
        List<Integer> both = new ArrayList<>();
        for (int i = 0; i < one.size(); i++) {
            both.add(one.get(i) + other.get(i));
        }
        return both;
    }
}

package io.vigie.retention.teams;

import io.vigie.events.retention.Team;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Somebody who works on tasks.
 *
 * @param id the name they sign in with
 * @param accountManager by what name customer records know them, where they manage accounts
 * @param languages ISO 639 codes; none for any
 * @param hours by day of the week; none for the company's business hours
 * @param minutesPerDay how much of a day goes to tasks
 */
public record Person(
        String id,
        Optional<String> name,
        Optional<String> accountManager,
        Set<Team> teams,
        Skills skills,
        Set<String> languages,
        Map<DayOfWeek, Shift> hours,
        int minutesPerDay,
        List<Absence> absences) {
    private static final int A_DAY = 24 * 60;

    public Person {
        name = name == null ? Optional.empty() : name;
        accountManager = accountManager == null ? Optional.empty() : accountManager;
        teams = teams == null ? Set.of() : Set.copyOf(teams);
        skills = skills == null ? Skills.ALL : skills;
        languages = languages == null ? Set.of() : Set.copyOf(languages);
        hours = hours == null ? Map.of() : Map.copyOf(hours);
        absences = absences == null ? List.of() : List.copyOf(absences);
        if (id == null || id.isBlank()) {
            throw new IllegalArgumentException("id: is missing; it is the name they sign in with");
        }
        if (teams.isEmpty() || teams.contains(Team.AUTOMATIC)) {
            throw new IllegalArgumentException("teams: somebody works in at least one, and never in automatic");
        }
        if (minutesPerDay < 0 || minutesPerDay > A_DAY) {
            throw new IllegalArgumentException("minutesPerDay: must be 0 to 1440, is " + minutesPerDay);
        }
    }

    /** Whether this is work for them. */
    public boolean canDo(Job job) {
        return teams.contains(job.team())
                && skills.cover(job)
                && (languages.isEmpty()
                        || job.language().map(languages::contains).orElse(true));
    }

    /**
     * Minutes they have for tasks on a day of business.
     *
     * @param from the time of day from which on, midnight for the whole day
     * @param usual the company's hours, for who has none of their own
     */
    public int minutesOn(LocalDate day, LocalTime from, Shift usual) {
        if (absences.stream().anyMatch(absence -> absence.on(day))) {
            return 0;
        }
        Optional<Shift> shift =
                hours.isEmpty() ? Optional.of(usual) : Optional.ofNullable(hours.get(day.getDayOfWeek()));
        return shift.map(at -> (int) Math.min(minutesPerDay, at.minutesFrom(from)))
                .orElse(0);
    }
}

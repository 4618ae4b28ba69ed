package io.vigie.retention.store;

import static java.util.stream.Collectors.toMap;

import io.vigie.events.retention.Team;
import io.vigie.retention.policy.BusinessCalendar;
import io.vigie.retention.teams.Person;
import io.vigie.retention.teams.Shift;
import io.vigie.retention.teams.Supply;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** The time that teams have on the next business days. */
@ApplicationScoped
class Capacity {
    private static final String ASKED_FOR = """
            SELECT team, sum(minutes) AS minutes FROM task WHERE status IN ('assigned', 'claimed', 'snoozed')
            GROUP BY team""";

    private final Database database;
    private final Staff staff;

    Capacity(Database database, Staff staff) {
        this.database = database;
        this.staff = staff;
    }

    Supply of(Collection<Person> people, BusinessCalendar calendar, Instant now, int businessDays) {
        List<LocalDate> days = new ArrayList<>();
        LocalDate today = calendar.day(now);
        for (LocalDate day = today; days.size() < businessDays; day = day.plusDays(1)) {
            if (calendar.open(day)) {
                days.add(day);
            }
        }
        LocalTime from = days.getFirst().equals(today) ? calendar.timeOfDay(now) : LocalTime.MIN;
        return Supply.of(people, days, from, new Shift(calendar.opens(), calendar.closes()));
    }

    /** What is left of it by the tasks there are, which come first. */
    Supply left(BusinessCalendar calendar, Instant now, int businessDays) {
        Supply all = of(staff.people().stream().map(Staff.Versioned::what).toList(), calendar, now, businessDays);
        Map<Team, Long> asked =
                database.rows(ASKED_FOR, row -> Map.entry(row.word(Team.class, "team"), row.number("minutes"))).stream()
                        .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
        return all.less(asked);
    }
}

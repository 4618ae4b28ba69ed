package io.vigie.retention.store;

import io.vigie.events.retention.Team;
import io.vigie.retention.policy.BusinessCalendar;
import io.vigie.retention.policy.Rulebook;
import io.vigie.retention.store.OpenJobs.OpenJob;
import io.vigie.retention.teams.Allotment;
import io.vigie.retention.teams.Handout;
import io.vigie.retention.teams.Job;
import io.vigie.retention.teams.Person;
import io.vigie.retention.teams.Plan;
import io.vigie.retention.teams.Shift;
import io.vigie.retention.teams.Supply;
import io.vigie.retention.teams.TeamRule;
import io.vigie.retention.teams.Turns;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Works out, one instance at a time, what the people there are have the time for, and keeps it where queues show it. */
@ApplicationScoped
public class Planner {
    private static final int BUSINESS_DAYS = 10;
    private static final String MINE = "SELECT pg_try_advisory_xact_lock(8801237715) AS mine";
    private static final String MORNING = "INSERT INTO plan_run (day, at) VALUES (?::date, ?) ON CONFLICT DO NOTHING";

    private final Database database;
    private final Staff staff;
    private final Capacity capacity;
    private final OpenJobs open;
    private final Loads loads;
    private final Givings givings;
    private final Rulebook rulebook;

    Planner(
            Database database,
            Staff staff,
            Capacity capacity,
            OpenJobs open,
            Loads loads,
            Givings givings,
            Rulebook rulebook) {
        this.database = database;
        this.staff = staff;
        this.capacity = capacity;
        this.open = open;
        this.loads = loads;
        this.givings = givings;
        this.rulebook = rulebook;
    }

    /**
     * What is to be done about the plan.
     *
     * @param given to whom tasks go in teams whose people don't choose
     * @param fallingBack tasks for which something softer is to be asked, since their last day has come without time
     */
    public record Orders(List<Gift> given, List<UUID> fallingBack) {
        static final Orders NONE = new Orders(List.of(), List.of());
    }

    /** One task for one person, as it stood when that was worked out. */
    public record Gift(Worker.Seen task, Team team, String person) {}

    /** Plans anew; nothing where another instance is at it, or nobody is said to work anywhere. */
    @Transactional
    public Orders plan(Instant now) {
        if (!database.rows(MINE, row -> row.is("mine")).getFirst()) {
            return Orders.NONE;
        }
        BusinessCalendar calendar = rulebook.at(now).calendar();
        Shift usual = new Shift(calendar.opens(), calendar.closes());
        List<Person> people = staff.people().stream().map(Staff.Versioned::what).toList();
        Supply supply = capacity.of(people, calendar, now, BUSINESS_DAYS);
        List<OpenJob> found = open.of(supply.minutes().keySet(), now);
        Plan plan = Allotment.of(found.stream().map(OpenJob::job).toList(), supply, calendar::day);
        keep(plan);
        loads.keep(plan, now);
        LocalDate today = calendar.day(now);
        List<UUID> fallingBack = morning(calendar, now) ? onTheirLastDay(plan, calendar, today) : List.of();
        Turns turns = givings.turns();
        Handout handout = new Handout(
                people,
                found.stream().map(OpenJob::job).toList(),
                today,
                Optional.of(usual).filter(_ -> calendar.open(today)),
                turns);
        List<Gift> gifts = gifts(handout, found, Set.copyOf(fallingBack));
        givings.keep(turns);
        return new Orders(gifts, fallingBack);
    }

    /** What something softer is to take the place of waits like what has nothing softer, until its last day. */
    private void keep(Plan plan) {
        database.update("DELETE FROM allotment");
        database.updateAll(
                "INSERT INTO allotment (task_id, day) VALUES (?, ?::date)",
                plan.places().stream()
                        .map(place -> new Object[] {
                            place.job().task(),
                            place.waits() ? Optional.empty() : place.day().map(LocalDate::toString)
                        })
                        .toList());
    }

    /** Whether this is the first plan of a business day, which one instance is the first to make. */
    private boolean morning(BusinessCalendar calendar, Instant now) {
        LocalDate today = calendar.day(now);
        return calendar.open(today)
                && !calendar.timeOfDay(now).isBefore(calendar.opens())
                && database.update(MORNING, today.toString(), now) == 1;
    }

    private static List<UUID> onTheirLastDay(Plan plan, BusinessCalendar calendar, LocalDate today) {
        return plan.places().stream()
                .filter(Plan.Place::softened)
                .filter(place -> !calendar.day(place.job().dueAt()).isAfter(today))
                .map(place -> place.job().task())
                .toList();
    }

    private List<Gift> gifts(Handout handout, List<OpenJob> found, Set<UUID> fallingBack) {
        Map<UUID, Long> versions = new HashMap<>();
        found.forEach(one -> versions.put(one.job().task(), one.version()));
        List<Gift> gifts = new ArrayList<>();
        for (TeamRule rule : staff.teams().stream().map(Staff.Versioned::what).toList()) {
            List<Job> free = found.stream()
                    .filter(one -> one.free() && one.job().team() == rule.team())
                    .map(OpenJob::job)
                    .filter(job -> !fallingBack.contains(job.task()))
                    .toList();
            handout.of(free, rule.assigning())
                    .forEach((task, person) -> gifts.add(new Gift(
                            new Worker.Seen(task, Optional.ofNullable(versions.get(task))), rule.team(), person)));
        }
        return gifts;
    }
}

package io.vigie.retention.store;

import io.vigie.events.retention.Team;
import io.vigie.retention.teams.Plan;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** How the time that teams have stands against what there is to do. */
@ApplicationScoped
public class Loads {
    private static final String KEEP = "INSERT INTO team_load (team, at, minutes_there, minutes_wanted, waiting,"
            + " shadow_price) VALUES (?, ?, ?, ?, ?, ?)";

    private final Database database;

    Loads(Database database) {
        this.database = database;
    }

    /**
     * One team's, over the days that were planned.
     *
     * @param waiting how many tasks nobody has the time for
     * @param shadowPrice what one more minute would be worth, minor units
     */
    public record Load(
            Team team, Instant at, long minutesThere, long minutesWanted, long waiting, double shadowPrice) {}

    void keep(Plan plan, Instant now) {
        Map<Team, Long> waiting = plan.places().stream()
                .filter(Plan.Place::waits)
                .collect(Collectors.groupingBy(place -> place.job().team(), Collectors.counting()));
        database.update("DELETE FROM team_load");
        plan.prices()
                .forEach((team, price) -> database.update(
                        KEEP,
                        team,
                        now,
                        price.minutesThere(),
                        price.minutesWanted(),
                        waiting.getOrDefault(team, 0L),
                        price.shadowPrice()));
    }

    @Transactional
    public List<Load> latest() {
        return database.rows(
                "SELECT * FROM team_load ORDER BY team",
                row -> new Load(
                        row.word(Team.class, "team"),
                        row.instant("at"),
                        row.number("minutes_there"),
                        row.number("minutes_wanted"),
                        row.number("waiting"),
                        row.real("shadow_price")));
    }
}

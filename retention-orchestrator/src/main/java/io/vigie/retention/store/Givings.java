package io.vigie.retention.store;

import io.vigie.events.retention.Team;
import io.vigie.retention.teams.Turns;
import io.vigie.retention.teams.Turns.Seat;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.stream.Collectors;

/** Who was given something last in which team, so that the round goes on where it stopped, whichever instance plans. */
@ApplicationScoped
class Givings {
    private static final String ALL = "SELECT team, person, turn FROM giving";
    private static final String KEEP = """
            INSERT INTO giving (team, person, turn)
            SELECT ?, id, (SELECT coalesce(max(turn), 0) + 1 FROM giving) FROM person WHERE id = ?
            ON CONFLICT (team, person) DO UPDATE SET turn = excluded.turn""";

    private final Database database;

    Givings(Database database) {
        this.database = database;
    }

    Turns turns() {
        return new Turns(database
                .rows(
                        ALL,
                        row -> Map.entry(
                                new Seat(row.word(Team.class, "team"), row.text("person")), row.number("turn")))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    void keep(Turns turns) {
        turns.taken().forEach(seat -> database.update(KEEP, seat.team(), seat.person()));
    }
}

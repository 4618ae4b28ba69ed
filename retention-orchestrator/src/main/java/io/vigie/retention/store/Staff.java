package io.vigie.retention.store;

import io.vigie.events.retention.Team;
import io.vigie.retention.casework.Tiers;
import io.vigie.retention.teams.Person;
import io.vigie.retention.teams.TeamRule;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The people who work on tasks, and how their teams work; every change leaves its trace. */
@ApplicationScoped
public class Staff implements Tiers {
    private static final String KEEP_PERSON = """
            INSERT INTO person (id, data) VALUES (?, ?::jsonb)
            ON CONFLICT (id) DO UPDATE SET data = excluded.data, version = person.version + 1, changed_at = now()""";
    private static final String KEEP_TEAM = """
            INSERT INTO team_rule (id, data) VALUES (?, ?::jsonb)
            ON CONFLICT (id) DO UPDATE SET data = excluded.data, version = team_rule.version + 1, changed_at = now()""";

    private final Database database;
    private final AuditLog audit;
    private final Clock clock;

    Staff(Database database, AuditLog audit, Clock clock) {
        this.database = database;
        this.audit = audit;
        this.clock = clock;
    }

    /** Something as it stands, with what tells it from how it stood before; version 0 was never kept. */
    public record Versioned<T>(T what, long version) {}

    @Transactional
    public List<Versioned<Person>> people() {
        return database.rows(
                "SELECT data, version FROM person ORDER BY id",
                row -> new Versioned<>(row.json(Json.PERSON, "data"), row.number("version")));
    }

    /**
     * Some of them, by id.
     *
     * @param after the last of the page before
     */
    @Transactional
    public List<Person> people(int limit, Optional<String> after) {
        return database.rows(
                "SELECT data FROM person WHERE id > ? ORDER BY id LIMIT ?",
                row -> row.json(Json.PERSON, "data"),
                after.orElse(""),
                limit);
    }

    @Transactional
    public Optional<Versioned<Person>> person(String id) {
        return database
                .rows(
                        "SELECT data, version FROM person WHERE id = ?",
                        row -> new Versioned<>(row.json(Json.PERSON, "data"), row.number("version")),
                        id)
                .stream()
                .findFirst();
    }

    /** Every team, as somebody set it or as shipped. */
    @Transactional
    public List<Versioned<TeamRule>> teams() {
        Map<Team, Versioned<TeamRule>> set = database
                .rows(
                        "SELECT data, version FROM team_rule",
                        row -> new Versioned<>(row.json(Json.TEAM_RULE, "data"), row.number("version")))
                .stream()
                .collect(Collectors.toMap(rule -> rule.what().team(), Function.identity()));
        return Stream.of(Team.values())
                .map(team ->
                        Optional.ofNullable(set.get(team)).orElseGet(() -> new Versioned<>(TeamRule.shipped(team), 0)))
                .toList();
    }

    @Transactional
    public Versioned<TeamRule> team(Team team) {
        return teams().stream()
                .filter(rule -> rule.what().team() == team)
                .findFirst()
                .orElseThrow();
    }

    /**
     * @param known the version that the caller looked at, where they say
     * @throws StaleVersion when it is another by now
     */
    @Transactional
    public void keep(Person person, Optional<Long> known, String who) {
        check("person", "person", person.id(), known);
        database.update(KEEP_PERSON, person.id(), Json.of(person));
        audit.note(clock.instant(), who, "change", "person/" + person.id(), "");
    }

    /**
     * @return whether there was such a person
     * @throws StaleVersion when it is another by now
     */
    @Transactional
    public boolean remove(String person, Optional<Long> known, String who) {
        check("person", "person", person, known);
        boolean there = database.update("DELETE FROM person WHERE id = ?", person) == 1;
        if (there) {
            database.update("UPDATE dossier SET owner = NULL WHERE owner = ?", person);
            audit.note(clock.instant(), who, "remove", "person/" + person, "");
        }
        return there;
    }

    /**
     * @throws StaleVersion when it is another by now
     * @throws IllegalArgumentException when late tasks would go round
     */
    @Transactional
    public void keep(TeamRule rule, Optional<Long> known, String who) {
        database.update("LOCK TABLE team_rule IN SHARE ROW EXCLUSIVE MODE");
        rule.endsAmong(teams().stream().map(Versioned::what).toList());
        check("team", "team_rule", rule.team().word(), known);
        database.update(KEEP_TEAM, rule.team().word(), Json.of(rule));
        Instant now = clock.instant();
        TeamRule noted = new TeamRule(
                rule.team(), rule.lead().map(lead -> audit.naming(lead, now)), rule.assigning(), rule.above());
        audit.note(now, who, "change", "team/" + rule.team().word(), Json.of(noted));
    }

    @Override
    @Transactional
    public Optional<String> lead(Team team) {
        return team(team).what().lead();
    }

    @Override
    @Transactional
    public Optional<Team> above(Team team) {
        return team(team).what().above();
    }

    @Override
    @Transactional
    public Optional<String> idOf(String named) {
        return database
                .rows(
                        "SELECT id FROM person WHERE id = ? OR data ->> 'accountManager' = ? ORDER BY id <> ? LIMIT 1",
                        row -> row.text("id"),
                        named,
                        named,
                        named)
                .stream()
                .findFirst();
    }

    private void check(String what, String table, String id, Optional<Long> known) {
        long version = database
                .rows("SELECT version FROM " + table + " WHERE id = ? FOR UPDATE", row -> row.number("version"), id)
                .stream()
                .findFirst()
                .orElse(0L);
        if (known.filter(one -> one != version).isPresent()) {
            throw new StaleVersion(what);
        }
    }
}

package io.vigie.retention.store;

import io.vigie.events.Word;
import io.vigie.events.retention.Action;
import io.vigie.events.retention.DecisionTrace;
import io.vigie.events.retention.Outcome;
import io.vigie.events.retention.Team;
import io.vigie.events.risk.Reason;
import io.vigie.retention.casework.SnoozeReason;
import io.vigie.retention.casework.Watch;
import io.vigie.retention.teams.Person;
import io.vigie.retention.teams.Skills;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/** Queues of tasks, those first that are worth most per minute; account managers never see what concerns themselves. */
@ApplicationScoped
public class Queues {
    private static final String COLUMNS = """
            SELECT t.id, t.case_id, t.customer, t.action, t.team, t.assignee, t.due_at, t.status, t.claimed_by,
                t.outcome, t.expected_profit, t.minutes, t.watch, t.snoozed_until, t.snoozed_because, t.version,
                t.offer, t.promised,
                c.why, c.trace, c.currency, a.day::text AS day, a.task_id IS NOT NULL AND a.day IS NULL AS waits,
                (SELECT min(o.team) FROM task o WHERE o.customer = t.customer AND o.status = 'claimed'
                    AND o.team <> t.team AND NOT o.owed AND o.action NOT IN ('message', 'letter')
                    AND NOT t.owed AND t.action NOT IN ('message', 'letter')) AS busy
            FROM task t JOIN retention_case c ON c.id = t.case_id LEFT JOIN allotment a ON a.task_id = t.id
            WHERE NOT (c.discreet AND t.team = 'account-managers') AND\s""" + Onlooker.MAY_SEE;
    private static final String FOR = """
             AND t.team = ANY (?) AND (? OR t.action = ANY (?)) AND (? OR c.trace ->> 'segment' = ANY (?))
             AND (? OR c.trace ->> 'cause' = ANY (?)) AND (t.status <> 'claimed' OR t.claimed_by = ?)
             AND (t.assignee IS NULL OR t.assignee = ANY (?)
                 OR NOT EXISTS (SELECT FROM person p WHERE p.id = t.assignee
                     OR p.data ->> 'accountManager' = t.assignee))
             AND (? OR coalesce((SELECT card ->> 'language' FROM contact_card k WHERE k.customer = t.customer) = ANY (?),
                 true))
             AND NOT EXISTS (SELECT FROM task o WHERE o.customer = t.customer AND o.status = 'claimed'
                 AND o.team <> t.team AND NOT o.owed AND o.action NOT IN ('message', 'letter')
                 AND NOT t.owed AND t.action NOT IN ('message', 'letter'))""";
    private static final String RANKED = " ORDER BY t.profit_per_minute DESC, t.id DESC LIMIT ?";
    private static final String AFTER =
            " AND (t.profit_per_minute, t.id) < (SELECT profit_per_minute, id FROM task WHERE id = ?)";
    private static final int REASONS = 5;

    private final Database database;
    private final Onlooker onlooker;

    Queues(Database database, Onlooker onlooker) {
        this.database = database;
        this.onlooker = onlooker;
    }

    /**
     * @param status none for all that is still to do now
     * @param after the last task of the page before
     */
    @Transactional
    public List<QueuedTask> find(Optional<Team> team, Optional<TaskStatus> status, int limit, Optional<UUID> after) {
        return find(team, status, Optional.empty(), limit, after);
    }

    /**
     * @param of only what this person can do and nobody else is to, or busy with
     */
    @Transactional
    public List<QueuedTask> find(
            Optional<Team> team, Optional<TaskStatus> status, Optional<Person> of, int limit, Optional<UUID> after) {
        List<Object> values = new ArrayList<>(List.of(onlooker.name()));
        StringBuilder where = new StringBuilder();
        status.ifPresentOrElse(
                one -> {
                    where.append("t.status = ?");
                    values.add(one);
                },
                () -> where.append("t.status IN ('assigned', 'claimed')"));
        team.ifPresent(one -> {
            where.append(" AND t.team = ?");
            values.add(one);
        });
        of.ifPresent(person -> {
            where.append(FOR);
            values.addAll(theirs(person));
        });
        after.ifPresent(id -> {
            where.append(AFTER);
            values.add(id);
        });
        values.add(limit);
        return database.rows(COLUMNS + " AND " + where + RANKED, Queues::task, values.toArray());
    }

    private static List<Object> theirs(Person person) {
        Skills skills = person.skills();
        return List.of(
                words(person.teams()),
                skills.actions().isEmpty(),
                words(skills.actions()),
                skills.segments().isEmpty(),
                words(skills.segments()),
                skills.causes().isEmpty(),
                words(skills.causes()),
                person.id(),
                Stream.concat(Stream.of(person.id()), person.accountManager().stream())
                        .toArray(String[]::new),
                person.languages().isEmpty(),
                person.languages().toArray(String[]::new));
    }

    private static String[] words(Set<? extends Word> words) {
        return words.stream().map(Word::word).toArray(String[]::new);
    }

    /** How whoever asks now will see tasks later, when nobody is asking any more. */
    public Function<UUID, Optional<QueuedTask>> asSeenByThem() {
        String name = onlooker.name();
        return task -> database.rows(COLUMNS + " AND t.id = ?", Queues::task, name, task).stream()
                .findFirst();
    }

    @Transactional
    public Optional<QueuedTask> find(UUID task) {
        return database.rows(COLUMNS + " AND t.id = ?", Queues::task, onlooker.name(), task).stream()
                .findFirst();
    }

    /** What people should do first: what the system sends by itself, and what is owed anyway, is left out. */
    @Transactional
    public List<QueuedTask> mostWorthAContact(int limit) {
        return database.rows(
                COLUMNS + " AND t.status IN ('assigned', 'claimed') AND t.team <> 'automatic' AND NOT t.owed" + RANKED,
                Queues::task,
                onlooker.name(),
                limit);
    }

    private static QueuedTask task(Row row) throws SQLException {
        DecisionTrace trace = row.json(Json.TRACE, "trace");
        List<Reason> why = row.json(Json.REASONS, "why");
        return new QueuedTask(
                row.uuid("id"),
                row.uuid("case_id"),
                row.text("customer"),
                trace.segment(),
                row.word(Action.class, "action"),
                row.word(Team.class, "team"),
                row.maybeText("assignee"),
                row.instant("due_at"),
                row.word(TaskStatus.class, "status"),
                row.maybeText("claimed_by"),
                row.maybeWord(Outcome.class, "outcome"),
                why.stream()
                        .filter(reason -> reason.logOdds() > 0)
                        .limit(REASONS)
                        .map(Reason::factor)
                        .toList(),
                row.number("expected_profit"),
                row.text("currency"),
                trace.probability(),
                trace.level(),
                row.maybeJson(Json.OFFER, "offer"),
                standing(row));
    }

    private static QueuedTask.Standing standing(Row row) throws SQLException {
        return new QueuedTask.Standing(
                row.word(Watch.Stage.class, "watch"),
                row.maybeInstant("snoozed_until"),
                row.maybeWord(SnoozeReason.class, "snoozed_because"),
                row.maybeWord(Team.class, "busy"),
                row.is("waits"),
                row.maybeText("day").map(LocalDate::parse),
                (int) row.number("minutes"),
                row.maybeText("promised"),
                row.number("version"));
    }
}

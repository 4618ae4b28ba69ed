package io.vigie.retention.store;

import io.vigie.events.retention.Action;
import io.vigie.events.retention.DecisionTrace;
import io.vigie.events.retention.Team;
import io.vigie.retention.casework.TaskDesk;
import io.vigie.retention.policy.Step;
import io.vigie.retention.teams.Job;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What there is to do, as far as it matters who does it and when. */
@ApplicationScoped
class OpenJobs {
    private static final String JOBS = """
            SELECT t.id, t.customer, t.team, t.action, t.assignee, t.status, t.owed OR t.promised IS NOT NULL AS owed, t.minutes, t.expected_profit,
                t.due_at, t.version, c.trace,
                (SELECT card ->> 'language' FROM contact_card k WHERE k.customer = t.customer) AS language
            FROM task t JOIN retention_case c ON c.id = t.case_id
            WHERE t.status IN ('assigned', 'claimed', 'snoozed') AND t.team = ANY (?)""";

    private final Database database;
    private final Dossiers dossiers;
    private final TaskDesk desk;

    OpenJobs(Database database, Dossiers dossiers, TaskDesk desk) {
        this.database = database;
        this.dossiers = dossiers;
        this.desk = desk;
    }

    /**
     * @param free whether nobody has it and it is not put off
     * @param version of its task
     */
    record OpenJob(Job job, boolean free, long version) {}

    List<OpenJob> of(Set<Team> teams, Instant now) {
        String[] words = teams.stream().map(Team::word).toArray(String[]::new);
        return database.rows(JOBS, row -> job(row, now), (Object) words);
    }

    private OpenJob job(Row row, Instant now) throws SQLException {
        DecisionTrace trace = row.json(Json.TRACE, "trace");
        TaskStatus status = row.word(TaskStatus.class, "status");
        boolean fixed = status == TaskStatus.CLAIMED || row.is("owed");
        Job job = new Job(
                row.uuid("id"),
                row.word(Team.class, "team"),
                row.word(Action.class, "action"),
                trace.segment(),
                trace.cause(),
                row.maybeText("language"),
                row.maybeText("assignee"),
                fixed,
                (int) row.number("minutes"),
                row.number("expected_profit"),
                row.instant("due_at"),
                fixed ? List.of() : softer(row.text("customer"), row.uuid("id"), now));
        return new OpenJob(job, status == TaskStatus.ASSIGNED, row.number("version"));
    }

    private List<Job.Way> softer(String customer, UUID task, Instant now) {
        Optional<Step> step = dossiers.look(customer).flatMap(dossier -> desk.softer(dossier, task, now));
        return step.map(one -> new Job.Way(one.action(), one.team(), one.minutes(), one.expectedProfit())).stream()
                .toList();
    }
}

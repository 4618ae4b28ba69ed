package io.vigie.local;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Stands in the orchestrator's database and notes, transaction by transaction, what was told and which deadline was dealt with. */
final class Witness {
    private static final String NOTE = """
            CREATE SCHEMA witness;
            CREATE TABLE witness.told (position bigint, event_id text, subject text);
            CREATE TABLE witness.watched (task_id uuid, stage text, next timestamptz);
            CREATE FUNCTION witness.tell() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
                INSERT INTO witness.told VALUES (NEW.position, NEW.event_id, NEW.subject);
                RETURN NEW;
            END $$;
            CREATE FUNCTION witness.watch() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
                IF NEW.watch <> OLD.watch THEN
                    INSERT INTO witness.watched VALUES (NEW.id, NEW.watch, NEW.watch_next);
                END IF;
                RETURN NEW;
            END $$;
            CREATE TRIGGER told AFTER INSERT ON outbox FOR EACH ROW EXECUTE FUNCTION witness.tell();
            CREATE TRIGGER watched AFTER UPDATE ON task FOR EACH ROW EXECUTE FUNCTION witness.watch();
            """;

    /** By what would be wrong if it found anything. */
    private static final Map<String, String> FAULTS = new TreeMap<>(Map.ofEntries(
            Map.entry("customers with two cases at once", """
                    SELECT customer FROM retention_case WHERE closed_at IS NULL GROUP BY 1 HAVING count(*) > 1"""),
            Map.entry("events that opened two cases", """
                    SELECT cause_event FROM retention_case GROUP BY customer, cause_event HAVING count(*) > 1"""),
            Map.entry("cases with the same task twice", """
                    SELECT case_id FROM task WHERE status IN ('assigned', 'snoozed', 'claimed')
                    GROUP BY case_id, action, owed HAVING count(*) > 1"""),
            Map.entry("tasks under way in cases that are over", """
                    SELECT t.id FROM task t JOIN retention_case c ON c.id = t.case_id
                    WHERE c.closed_at IS NOT NULL AND t.status IN ('assigned', 'snoozed', 'claimed')"""),
            Map.entry("deadlines that were missed", "SELECT customer FROM deadline WHERE due <= now()"),
            Map.entry("tasks whose watching stopped", """
                    SELECT id FROM task WHERE status IN ('assigned', 'snoozed', 'claimed') AND watch_next <= now()"""),
            Map.entry("deadlines dealt with twice", """
                    SELECT task_id FROM witness.watched GROUP BY task_id, stage HAVING count(*) > 1"""),
            Map.entry("tasks late before their time", """
                    SELECT w.task_id FROM witness.watched w JOIN task t ON t.id = w.task_id
                    WHERE w.stage = 'late' AND t.due_at > now()"""),
            Map.entry("deadlines that follow from no dossier", """
                    SELECT d.customer FROM dossier d LEFT JOIN deadline l ON l.customer = d.customer AND l.kind = 'look-again'
                        LEFT JOIN deadline c ON c.customer = d.customer AND c.kind = 'calm-over'
                    WHERE d.look_again_at IS DISTINCT FROM l.due OR d.calm_until IS DISTINCT FROM c.due"""),
            Map.entry("deadlines that follow from no task", """
                    SELECT d.customer FROM dossier d LEFT JOIN deadline l ON l.customer = d.customer AND l.kind = 'task-alarm'
                    WHERE l.due IS DISTINCT FROM (SELECT min(watch_next) FROM task t
                        JOIN retention_case c ON c.id = t.case_id WHERE t.customer = d.customer
                        AND c.closed_at IS NULL AND t.status IN ('assigned', 'snoozed', 'claimed'))"""),
            Map.entry("events told twice", "SELECT event_id FROM witness.told GROUP BY 1 HAVING count(*) > 1"),
            Map.entry("events that could not be read", "SELECT reason FROM unreadable")));

    private final Connector connector;

    Witness(Connector connector) throws SQLException {
        this.connector = connector;
        try (Connection connection = connector.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(NOTE);
        }
    }

    /** Opens a connection, which may have to be done anew when the server has crashed. */
    @FunctionalInterface
    interface Connector {
        Connection connect() throws SQLException;
    }

    /**
     * All that is wrong, by what it is; with some of what it was found in.
     *
     * @param asOf by when deadlines had to be dealt with
     */
    Map<String, List<String>> faults(Instant asOf) {
        Map<String, List<String>> found = new TreeMap<>();
        FAULTS.forEach((fault, query) -> {
            List<String> rows = texts(query.replace("now()", "'" + asOf + "'::timestamptz") + " LIMIT 5");
            if (!rows.isEmpty()) {
                found.put(fault, rows);
            }
        });
        return found;
    }

    long count(String what) {
        return Long.parseLong(texts("SELECT count(*) FROM " + what).getFirst());
    }

    Set<String> ids(String query) {
        return new TreeSet<>(texts(query));
    }

    /** What was told of each customer, in order. */
    Map<String, List<String>> told() {
        Map<String, List<String>> told = new TreeMap<>();
        for (String line : texts("SELECT subject || ' ' || event_id FROM witness.told ORDER BY position")) {
            told.computeIfAbsent(line.substring(0, line.indexOf(' ')), _ -> new ArrayList<>())
                    .add(line.substring(line.indexOf(' ') + 1));
        }
        return told;
    }

    private List<String> texts(String query) {
        try (Connection connection = connector.connect();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            List<String> texts = new ArrayList<>();
            while (result.next()) {
                texts.add(result.getString(1));
            }
            return texts;
        } catch (SQLException e) {
            throw new IllegalStateException(query, e);
        }
    }
}

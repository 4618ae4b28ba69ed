package io.vigie.kpi;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** Looks at the tables directly, and empties them. */
@ApplicationScoped
public class Facts {
    @Inject
    DataSource database;

    public void forget() {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("truncate signal_fact, assessment, life, case_fact, task_fact, no_action_fact, tick,"
                    + " newest, unreadable");
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    public long count(String table) {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select count(*) from " + table)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }
}

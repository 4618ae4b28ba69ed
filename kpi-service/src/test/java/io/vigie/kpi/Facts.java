package io.vigie.kpi;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;

/** Looks at the tables directly, and empties them. */
@ApplicationScoped
public class Facts {
    @Inject
    DataSource database;

    public void forget() {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "truncate signal_fact, assessment, life, case_fact, task_fact, no_action_fact, notice_fact, interview_fact, tick,"
                            + " newest, unreadable, erasure, purge");
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    /** Whom any row is about. */
    public Set<String> customers() {
        Set<String> customers = new TreeSet<>();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select customer from signal_fact union select customer from"
                                + " assessment union select customer from life union select customer from case_fact union"
                                + " select customer from task_fact union select customer from notice_fact union select customer from interview_fact union select customer from no_action_fact")) {
            while (rows.next()) {
                customers.add(rows.getString(1));
            }
            return customers;
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

package io.vigie.embedded;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** A table in a database, written and read as a service would. */
record Notes(String jdbcUrl) {
    void write(String text) throws SQLException {
        try (Connection connection = connection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE IF NOT EXISTS note (text TEXT NOT NULL)");
            statement.execute("INSERT INTO note VALUES ('" + text + "')");
        }
    }

    List<String> read() throws SQLException {
        return query("SELECT text FROM note ORDER BY text");
    }

    List<String> query(String sql) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (Connection connection = connection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }

    Connection connection() throws SQLException {
        return DriverManager.getConnection(jdbcUrl, "postgres", "postgres");
    }
}

package io.vigie.embedded;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;

/** A real PostgreSQL server beside this JVM, so that tests and demonstrations need no Docker. */
public final class EmbeddedDatabase implements AutoCloseable {
    private static final String SUPERUSER = "postgres";
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,62}");

    private final DataFolder folder;
    private final EmbeddedPostgres server;
    private final AtomicBoolean closed = new AtomicBoolean();

    private EmbeddedDatabase(DataFolder folder, EmbeddedPostgres server) {
        this.folder = folder;
        this.server = server;
    }

    /**
     * Starts a server; it takes connections when this returns.
     *
     * @throws IllegalStateException when the port is taken, the folder is in use, or the server refuses to start
     */
    public static EmbeddedDatabase start(BackendOptions options) {
        DataFolder folder = DataFolder.open(options);
        try {
            LeftoverServer.stop(dataIn(folder.path()));
            return new EmbeddedDatabase(folder, DatabaseServer.start(folder, Ports.claim(options.port())));
        } catch (RuntimeException failed) {
            folder.close();
            throw failed;
        }
    }

    static Path dataIn(Path folder) {
        return folder.resolve("data");
    }

    public int port() {
        return server.getPort();
    }

    public String jdbcUrl(String database) {
        return "jdbc:postgresql://" + Ports.HOST + ":" + port() + "/" + database;
    }

    public String user() {
        return SUPERUSER;
    }

    /** A password that clients may send; the server, which only this machine reaches, trusts without one. */
    public String password() {
        return SUPERUSER;
    }

    /** Creates a database unless there is one of that name. */
    public void createDatabase(String name) {
        try (Connection connection = server.getPostgresDatabase().getConnection()) {
            createDatabase(connection, name);
        } catch (SQLException refused) {
            throw new IllegalStateException("the database " + name + " could not be created", refused);
        }
    }

    /** Creates a database, on whichever server the connection is to, unless there is one of that name. */
    public static void createDatabase(Connection connection, String name) throws SQLException {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "a database's name is a lower-case letter, then letters, digits and _, not \"" + name + "\"");
        }
        if (!exists(connection, name)) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("CREATE DATABASE \"" + name + "\"");
            }
        }
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            try {
                server.close();
            } catch (IOException stuck) {
                throw new UncheckedIOException("the database server could not be stopped", stuck);
            } finally {
                folder.close();
            }
        }
    }

    private static boolean exists(Connection connection, String name) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("SELECT 1 FROM pg_database WHERE datname = ?")) {
            query.setString(1, name);
            return query.executeQuery().next();
        }
    }
}

package io.vigie.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedDatabaseTest {
    @Test
    void aKeptDatabaseStillHasItsRowsAfterARestart(@TempDir Path folder) throws SQLException {
        BackendOptions options = BackendOptions.keptIn(folder.resolve("a folder"));
        try (EmbeddedDatabase database = EmbeddedDatabase.start(options)) {
            database.createDatabase("retention");
            new Notes(database.jdbcUrl("retention")).write("before");
        }

        try (EmbeddedDatabase database = EmbeddedDatabase.start(options)) {
            database.createDatabase("retention");
            Notes notes = new Notes(database.jdbcUrl("retention"));
            notes.write("then");

            assertThat(notes.read()).containsExactly("before", "then");
            assertThat(notes.query("SHOW fsync")).containsExactly("on");
            assertThat(notes.query("SHOW synchronous_commit")).containsExactly("on");
        }
    }

    @Test
    void aThrownAwayDatabaseIsSmallQuickAndGoneAtClose() throws SQLException {
        Notes notes;
        Path data;
        try (EmbeddedDatabase database = EmbeddedDatabase.start(BackendOptions.thrownAway())) {
            notes = new Notes(database.jdbcUrl("postgres"));
            data = Path.of(notes.query("SHOW data_directory").getFirst());

            assertThat(notes.query("SHOW server_version").getFirst()).startsWith("18");
            assertThat(notes.query("SHOW shared_buffers")).containsExactly("64MB");
            assertThat(notes.query("SHOW fsync")).containsExactly("off");
            assertThat(notes.query("SHOW listen_addresses")).containsExactly("127.0.0.1");
            assertThat(notes.query("SHOW unix_socket_directories")).containsExactly("");
            assertThat(data).exists();
        }

        assertThat(data).doesNotExist();
        assertThatThrownBy(notes::connection).isInstanceOf(SQLException.class);
    }

    @Test
    void itListensOnThePortItIsGivenAndNamesATakenOne() {
        int port = Ports.claim(0);

        try (EmbeddedDatabase database =
                EmbeddedDatabase.start(BackendOptions.thrownAway().onPort(port))) {
            assertThat(database.jdbcUrl("kpi")).isEqualTo("jdbc:postgresql://127.0.0.1:" + port + "/kpi");
            assertThatThrownBy(() ->
                            EmbeddedDatabase.start(BackendOptions.thrownAway().onPort(port)))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("port " + port)
                    .hasMessageContaining("taken");
            assertThatThrownBy(() -> database.createDatabase("kpi; DROP"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("kpi; DROP");
        }
    }

    @Test
    void dataThatWasNeverMadeWholeIsMadeAnew(@TempDir Path folder) throws Exception {
        Path half = Files.createDirectories(EmbeddedDatabase.dataIn(folder));
        Files.writeString(half.resolve("postgresql.conf"), "# killed here");

        try (EmbeddedDatabase database = EmbeddedDatabase.start(BackendOptions.keptIn(folder))) {
            assertThat(new Notes(database.jdbcUrl("postgres")).query("SELECT 'whole'"))
                    .containsExactly("whole");
        }
    }

    @Test
    void aServerThatRefusesToStartSaysWhy(@TempDir Path folder) throws Exception {
        BackendOptions options = BackendOptions.keptIn(folder);
        EmbeddedDatabase.start(options).close();
        Files.writeString(EmbeddedDatabase.dataIn(folder).resolve("postgresql.conf"), "no_such_setting = 1");

        try (DataFolder open = DataFolder.open(options)) {
            assertThatThrownBy(() -> DatabaseServer.start(open, Ports.claim(0), Duration.ofSeconds(3)))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("no_such_setting");
        }
    }
}

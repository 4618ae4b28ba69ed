package io.vigie.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class KeyCommandTest {
    private final List<String> asked = new ArrayList<>();
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final PrintStream terminal = System.out;
    private final String homeBefore = System.getProperty("vigie.home", "");
    private HttpServer ingest;

    @TempDir
    private Path home;

    @BeforeEach
    void somethingThatAnswersRuns() throws IOException {
        ingest = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        ingest.createContext("/", exchange -> {
            asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                    + exchange.getRequestHeaders().getFirst("X-API-Key") + " "
                    + new String(exchange.getRequestBody().readAllBytes(), UTF_8));
            byte[] answer = "{\"key\":\"vk_new\"}".getBytes(UTF_8);
            exchange.sendResponseHeaders(201, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        ingest.start();
        System.setProperty("vigie.home", home.toString());
        System.setOut(new PrintStream(printed, true, UTF_8));
    }

    @AfterEach
    void allIsAsBefore() {
        System.setOut(terminal);
        System.setProperty("vigie.home", homeBefore);
        ingest.stop(0);
    }

    @Test
    void aKeyIsAskedForWithTheOperatorsAndPrintedAlone() throws IOException {
        LiveSystem live = LiveSystem.of(Place.here());
        live.ready(ingest.getAddress().getPort());

        int status = new CommandLine(new KeyCommand())
                .execute("create", "--name", "crm", "--scope", "signals", "--scope", "customers");

        assertThat(status).isZero();
        assertThat(printed.toString(UTF_8)).isEqualToIgnoringNewLines("vk_new");
        assertThat(asked)
                .containsExactly("POST /admin/keys " + live.adminKey()
                        + " {\"name\":\"crm\",\"scopes\":[\"signals\",\"customers\"]}");
        assertThat(live.adminKey()).matches("vk_[0-9a-f]{64}");
        assertThat(Files.getPosixFilePermissions(home.resolve(".vigie/live/admin.key")))
                .hasSize(2);
    }

    @Test
    void withoutARunningSystemThereAreNoKeys() {
        assertThat(new CommandLine(new KeyCommand())
                        .setExecutionExceptionHandler((failure, _, _) -> {
                            System.out.println(Failures.told(failure));
                            return 1;
                        })
                        .execute("list"))
                .isEqualTo(1);
        assertThat(printed.toString(UTF_8)).contains("./vigie start");
        assertThat(asked).isEmpty();
    }
}

package io.vigie.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackendsTest {
    @Test
    void whatWasKeptBeforeAKillIsThereAfterItOnTheSamePorts(@TempDir Path data) throws Exception {
        String[] arguments = onFreePorts();
        try (BackendsProcess killed = BackendsProcess.start(data, arguments)) {
            Records signals = new Records(killed.kafka(), "signals");
            signals.createTopic();
            signals.send("before");
            new Notes(killed.jdbcUrl("retention")).write("before");
            killed.kill();
        }

        try (BackendsProcess next = BackendsProcess.start(data, arguments)) {
            Records signals = new Records(next.kafka(), "signals");
            signals.send("after");

            assertThat(signals.awaitTexts(2)).containsExactly("before", "after");
            assertThat(new Notes(next.jdbcUrl("retention")).read()).containsExactly("before");
            assertThat(next.stopsWhenTold()).isTrue();
        }
    }

    @Test
    void theReadyLineTellsWhereBothAreAndAStopLeavesNothingRunning(@TempDir Path data) throws Exception {
        String[] arguments = onFreePorts();
        try (BackendsProcess backends = BackendsProcess.start(data, arguments)) {
            assertThat(backends.ready())
                    .isEqualTo("READY kafka=127.0.0.1:%s postgres=127.0.0.1:%s", arguments[1], arguments[3]);
            new Notes(backends.jdbcUrl("kpi")).write("usable");

            assertThat(backends.stopsWhenTold()).isTrue();
            assertThatCode(() -> Ports.claim(Integer.parseInt(arguments[1]))).doesNotThrowAnyException();
            assertThatCode(() -> Ports.claim(Integer.parseInt(arguments[3]))).doesNotThrowAnyException();
        }
    }

    @Test
    void aPortThatIsTakenEndsTheProcessWithItsNumber(@TempDir Path data) throws Exception {
        try (EmbeddedDatabase taken = EmbeddedDatabase.start(BackendOptions.thrownAway())) {
            Process refused = BackendsProcess.run(
                    List.of("--data", data.toString(), "--postgres-port", Integer.toString(taken.port())));

            assertThat(errorsOf(refused)).contains("port " + taken.port() + " on 127.0.0.1 is taken");
            assertThat(refused.waitFor()).isEqualTo(1);
        }
    }

    @Test
    void aWrongArgumentIsNamedWithTheUsage() throws Exception {
        Process refused = BackendsProcess.run(List.of("--date", "x"));

        assertThat(errorsOf(refused)).contains("--date", BackendsArguments.USAGE);
        assertThat(refused.waitFor()).isEqualTo(2);
        assertThatThrownBy(() -> BackendsArguments.parse(List.of())).hasMessageContaining("--data is missing");
        assertThatThrownBy(() -> BackendsArguments.parse(List.of("--data")))
                .hasMessageContaining("--data needs a value");
        assertThatThrownBy(() -> BackendsArguments.parse(List.of("--data", "x", "--kafka-port", "many")))
                .hasMessageContaining("--kafka-port takes a number, not \"many\"");
    }

    private static String[] onFreePorts() {
        int kafka = Ports.claim(0);
        return new String[] {
            "--kafka-port",
            Integer.toString(kafka),
            "--postgres-port",
            Integer.toString(Ports.freeBeside(kafka)),
            "--databases",
            "retention,kpi"
        };
    }

    private static String errorsOf(Process process) throws Exception {
        return new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}

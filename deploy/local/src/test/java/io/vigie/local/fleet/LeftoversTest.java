package io.vigie.local.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeftoversTest {
    @TempDir
    private Path folder;

    @Test
    void whatOutlivedItsLauncherIsStoppedAtTheNextStart() throws IOException {
        Process forgotten = new ProcessBuilder("sleep", "1000").start();
        new Leftovers(folder).remember(List.of(forgotten.toHandle()));

        new Leftovers(folder).stop();

        assertThat(forgotten.isAlive()).isFalse();
    }

    @Test
    void aStrangerWithTheSamePidIsLeftAlone() throws IOException {
        Process stranger = new ProcessBuilder("sleep", "1000").start();
        try {
            Files.writeString(folder.resolve("processes"), stranger.pid() + " 12345\n");

            new Leftovers(folder).stop();

            assertThat(stranger.isAlive()).isTrue();
        } finally {
            stranger.destroyForcibly();
        }
    }

    @Test
    void aTakenPortIsNamedWithOthersToChoose() throws IOException {
        int base = Ports.freeBase();
        try (ServerSocket taken = new ServerSocket()) {
            taken.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), base + 2));

            assertThatThrownBy(() -> Ports.mustBeFree(base))
                    .isInstanceOf(FleetFailure.class)
                    .hasMessageContaining("port " + (base + 2))
                    .hasMessageContaining("retention-orchestrator")
                    .hasMessageContaining("--ports ");
        }
    }
}

package io.vigie.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.vigie.local.feeding.Services;
import io.vigie.local.fleet.Ports;
import io.vigie.local.fleet.Service;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The guide "Connect Stripe in ten minutes", followed to the letter: its own commands, in its order, in one shell. */
class GuideTest {
    private static final Path REPOSITORY = Place.here().home();
    private static final Path GUIDE = REPOSITORY.resolve("docs/connect-stripe.md");
    private static final int USUAL_PORTS = 8081;
    private static final Duration TEN_MINUTES = Duration.ofMinutes(10);
    private static final Duration A_MINUTE = Duration.ofMinutes(1);

    @TempDir
    private Path desk;

    private final int ports = Ports.freeBase();

    @BeforeEach
    void whatTheGuideTakesForGrantedIsThere() throws IOException {
        for (String tool : List.of("setsid", "bash", "curl", "openssl")) {
            assumeTrue(
                    Files.isExecutable(Path.of("/usr/bin", tool)) || Files.isExecutable(Path.of("/bin", tool)),
                    tool + " is not here");
        }
        for (Service service : Service.values()) {
            Files.createSymbolicLink(desk.resolve(service.word()), REPOSITORY.resolve(service.word()));
        }
        Files.writeString(desk.resolve("vigie"), """
                #!/bin/sh
                [ "$1" = start ] && set -- "$@" --ports %d
                exec '%s' -Dvigie.home='%s' -cp '%s' io.vigie.local.Vigie "$@"
                """.formatted(
                        ports,
                        Path.of(System.getProperty("java.home"), "bin", "java"),
                        desk,
                        System.getProperty("java.class.path")));
        Files.setPosixFilePermissions(desk.resolve("vigie"), PosixFilePermissions.fromString("rwx------"));
    }

    @AfterEach
    void nothingRunsOn() throws IOException, InterruptedException {
        shell("./vigie stop || true", "");
    }

    @Test
    void aNoticeGivenAtStripeIsInTheTimelineBeforeTenMinutesArePast() throws IOException, InterruptedException {
        List<String> blocks = blocks();
        long began = System.nanoTime();

        String told = shell(String.join("\n", blocks.subList(0, blocks.size() - 1)), "");

        assertThat(told)
                .containsSubsequence(
                        "Sign in", "200 OK", "\"stripe\"", "202 Accepted", "\"accepted\":1", "401 Unauthorized");
        String password = password(told);
        await().atMost(A_MINUTE).untilAsserted(() -> assertThat(shell(blocks.getLast(), password + "\n"))
                .contains("termination.notified", "\"price\""));
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(TEN_MINUTES);
        System.out.printf(
                "The guide took %d s%n",
                Duration.ofNanos(System.nanoTime() - began).toSeconds());
    }

    private static List<String> blocks() throws IOException {
        return Pattern.compile("(?s)```sh\n(.*?)```")
                .matcher(Files.readString(GUIDE))
                .results()
                .map((MatchResult block) -> block.group(1))
                .toList();
    }

    private static String password(String told) {
        Matcher found = Pattern.compile("manager / (\\S+?)(,|\\s)").matcher(told);
        assertThat(found.find()).as("start tells how to sign in: " + told).isTrue();
        return found.group(1);
    }

    private static String at(Service service, int basePort) {
        return "localhost:" + new Services(basePort).address(service).getPort();
    }

    /** Away from any terminal, so that what asks for a password reads it from here. */
    private String shell(String commands, String typed) throws IOException, InterruptedException {
        String here = commands;
        for (Service service : Service.values()) {
            here = here.replace(at(service, USUAL_PORTS), at(service, ports));
        }
        Process shell = new ProcessBuilder("setsid", "--wait", "bash", "-e", "-c", here)
                .directory(desk.toFile())
                .redirectErrorStream(true)
                .start();
        shell.getOutputStream().write(typed.getBytes(StandardCharsets.UTF_8));
        shell.getOutputStream().close();
        String told = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(shell.waitFor()).as(here + "\n" + told).isZero();
        return told;
    }
}

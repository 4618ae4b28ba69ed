package io.vigie.local;

import io.vigie.local.feeding.Services;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Starts the live system in the background, with the data of the last time. */
@Command(
        name = "start",
        description = "Start the system in the background, empty at first; its data is kept in .vigie/.",
        mixinStandardHelpOptions = true)
final class StartCommand implements Callable<Integer> {
    private static final long BETWEEN_LOOKS_MILLIS = 200;

    @Option(
            names = "--ports",
            paramLabel = "BASE",
            description = "first of the four services' ports (${DEFAULT-VALUE})",
            defaultValue = "8081")
    private int ports;

    @Override
    public Integer call() throws InterruptedException {
        LiveSystem live = LiveSystem.of(Place.here());
        if (live.supervisor().lives()) {
            System.out.println("It is already running; ./vigie stop stops it.");
        } else {
            System.out.println("Starting Kafka, PostgreSQL and the four services");
            live.notReady();
            awaitReady(live, supervisor(live));
        }
        live.basePort()
                .ifPresent(base -> System.out.println(Story.of(new Services(base), live.users()) + "\n" + Story.ofKeys()
                        + "\nData and logs are in " + live.folder() + "; ./vigie stop stops it."));
        return 0;
    }

    private static void awaitReady(LiveSystem live, Process supervisor) throws InterruptedException {
        while (live.basePort().isEmpty()) {
            if (!supervisor.isAlive()) {
                throw new IllegalArgumentException("it did not start:\n" + told(live));
            }
            TimeUnit.MILLISECONDS.sleep(BETWEEN_LOOKS_MILLIS);
        }
    }

    /** Deaf to the terminal's Ctrl-C and hang-up, since it outlives the terminal. */
    private Process supervisor(LiveSystem live) {
        File log = log(live).toFile();
        List<String> command = List.of(
                "/bin/sh",
                "-c",
                "trap '' INT HUP; exec \"$@\"",
                "sh",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dvigie.home=" + Place.here().home(),
                "-cp",
                System.getProperty("java.class.path"),
                Vigie.class.getName(),
                "supervise",
                "--ports",
                Integer.toString(ports));
        try {
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectInput(new File("/dev/null"))
                    .redirectOutput(log)
                    .start();
        } catch (IOException refused) {
            throw new UncheckedIOException("the supervisor cannot be started", refused);
        }
    }

    private static Path log(LiveSystem live) {
        return live.folder().resolve("supervisor.log");
    }

    private static String told(LiveSystem live) {
        try {
            return Files.readString(log(live));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(log(live) + " cannot be read", unreadable);
        }
    }
}

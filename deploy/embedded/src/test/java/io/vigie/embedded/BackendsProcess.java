package io.vigie.embedded;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The backends as the launcher runs them: a child process that is told to stop, or killed. */
record BackendsProcess(Process process, String ready) implements AutoCloseable {
    static BackendsProcess start(Path data, String... more) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("--data", data.toString()));
        arguments.addAll(List.of(more));
        Process process = run(arguments);
        BufferedReader output = process.inputReader();
        return new BackendsProcess(
                process, Optional.ofNullable(output.readLine()).orElse("ended unready"));
    }

    static Process run(List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Backends.class.getName()));
        command.addAll(arguments);
        return new ProcessBuilder(command).start();
    }

    String kafka() {
        return ready.replaceFirst("READY kafka=(\\S+) .*", "$1");
    }

    String jdbcUrl(String database) {
        return "jdbc:postgresql://" + ready.replaceFirst(".* postgres=", "") + "/" + database;
    }

    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    boolean stopsWhenTold() throws InterruptedException {
        process.destroy();
        return process.waitFor(20, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        process.destroy();
    }
}

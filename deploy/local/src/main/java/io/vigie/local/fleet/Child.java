package io.vigie.local.fleet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** One process of the system: started with its log, stopped gently, then by force. */
final class Child {
    private static final int PATIENCE_SECONDS = 25;
    private static final int LAST_LINES = 25;

    /** A Ctrl-C at the terminal is for the launcher, which then stops the others in their order. */
    private static final List<String> DEAF_TO_CTRL_C = List.of("/bin/sh", "-c", "trap '' INT; exec \"$@\"", "sh");

    private final String name;
    private final Path log;
    private final Process process;

    private Child(String name, Path log, Process process) {
        this.name = name;
        this.log = log;
        this.process = process;
    }

    static Child start(String name, List<String> command, Path folder, Path log) {
        List<String> whole = new ArrayList<>(DEAF_TO_CTRL_C);
        whole.addAll(command);
        try {
            Process process = new ProcessBuilder(whole)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
            return new Child(name, log, process);
        } catch (IOException refused) {
            throw new UncheckedIOException(name + " cannot be started", refused);
        }
    }

    String name() {
        return name;
    }

    Path log() {
        return log;
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    boolean alive() {
        return process.isAlive();
    }

    /**
     * Sends the process a signal of POSIX, which the JDK has no words for.
     *
     * @param name such as STOP
     */
    void signal(String name) {
        try {
            new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                    .start()
                    .onExit()
                    .join();
        } catch (IOException refused) {
            throw new UncheckedIOException(this.name + " cannot be sent " + name, refused);
        }
    }

    void askToStop() {
        process.destroy();
    }

    void awaitStop() {
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                kill();
            }
        } catch (InterruptedException hurried) {
            kill();
            Thread.currentThread().interrupt();
        }
    }

    /** As a power cut would: no time to put anything in order. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** The failure to report when it ended by itself. */
    FleetFailure ended() {
        return new FleetFailure(name + " ended with status " + process.exitValue() + "; its log " + log
                + " ends with:\n" + String.join("\n", lastLines()));
    }

    private List<String> lastLines() {
        try {
            List<String> lines = Files.readAllLines(log);
            return lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size());
        } catch (IOException unreadable) {
            return List.of("(it cannot be read: " + unreadable.getMessage() + ")");
        }
    }
}

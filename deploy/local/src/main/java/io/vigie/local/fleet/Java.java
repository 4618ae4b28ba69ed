package io.vigie.local.fleet;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command lines of the processes. */
final class Java {
    private static final String COMMAND =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();

    private static final List<String> ALL = List.of(
            "-XX:+UseSerialGC",
            "-Xss512k",
            "-XX:+ExitOnOutOfMemoryError",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            // what a jar started by -jar may ask for itself
            "--add-opens=java.base/java.lang=ALL-UNNAMED");

    private Java() {}

    static List<String> service(Path guard, Path application, Pace pace) {
        List<String> command = begin(pace);
        command.addAll(List.of(
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-cp",
                guard + File.pathSeparator + application,
                Guarded.class.getName(),
                "io.quarkus.bootstrap.runner.QuarkusEntryPoint"));
        return command;
    }

    static List<String> backends(Pace pace, List<String> arguments) {
        return program(pace, System.getProperty("java.class.path"), "io.vigie.embedded.Backends", arguments);
    }

    static List<String> program(Pace pace, String classPath, String main, List<String> arguments) {
        List<String> command = begin(pace);
        command.addAll(List.of("-cp", classPath, Guarded.class.getName(), main));
        command.addAll(arguments);
        return command;
    }

    private static List<String> begin(Pace pace) {
        List<String> command = new ArrayList<>(List.of(COMMAND));
        command.addAll(ALL);
        command.addAll(pace.options());
        return command;
    }
}

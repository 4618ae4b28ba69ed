package io.vigie.embedded;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the command line of {@link Backends} asks for.
 *
 * @param data the folder that keeps both backends' data
 * @param kafkaPort the broker's port, or 0 for a free one
 * @param postgresPort the database server's port, or 0 for a free one
 * @param databases the databases to create where they are missing
 */
record BackendsArguments(Path data, int kafkaPort, int postgresPort, List<String> databases) {
    static final String USAGE = "usage: Backends --data DIR [--kafka-port N] [--postgres-port N] [--databases A,B,C]";

    private static final Set<String> NAMES = Set.of("--data", "--kafka-port", "--postgres-port", "--databases");

    /** @throws IllegalArgumentException saying which argument is wrong */
    static BackendsArguments parse(List<String> arguments) {
        Map<String, String> given = new HashMap<>();
        for (int i = 0; i < arguments.size(); i += 2) {
            String name = arguments.get(i);
            if (!NAMES.contains(name)) {
                throw new IllegalArgumentException("there is no argument " + name);
            }
            if (i + 1 == arguments.size()) {
                throw new IllegalArgumentException(name + " needs a value");
            }
            given.put(name, arguments.get(i + 1));
        }
        if (!given.containsKey("--data")) {
            throw new IllegalArgumentException("--data is missing: the folder that keeps the data");
        }
        return new BackendsArguments(
                Path.of(given.getOrDefault("--data", "")),
                port("--kafka-port", given),
                port("--postgres-port", given),
                List.of(given.getOrDefault("--databases", "").split(",")).stream()
                        .map(String::strip)
                        .filter(name -> !name.isEmpty())
                        .toList());
    }

    BackendOptions kafka() {
        return BackendOptions.keptIn(data.resolve("kafka")).onPort(kafkaPort);
    }

    BackendOptions postgres() {
        return BackendOptions.keptIn(data.resolve("postgres")).onPort(postgresPort);
    }

    private static int port(String name, Map<String, String> given) {
        String value = given.getOrDefault(name, "0");
        try {
            return Integer.parseInt(value);
        } catch (NumberFormatException notANumber) {
            throw new IllegalArgumentException(name + " takes a number, not \"" + value + "\"", notANumber);
        }
    }
}

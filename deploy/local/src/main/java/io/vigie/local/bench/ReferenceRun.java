package io.vigie.local.bench;

import io.vigie.events.wire.Topic;
import io.vigie.local.bench.reference.ReferenceJob;
import io.vigie.local.fleet.Fleet;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The reference as a process, told before each of its turns what the scorer wrote in the turn before. */
final class ReferenceRun {
    private final Fleet fleet;
    private final Path scorer;
    private final Path folder;
    private final String prefix;
    private final Traffic traffic;
    private boolean started;

    /**
     * @param scorer the built service, whose libraries it runs on
     * @param prefix of its topics, and its group
     */
    ReferenceRun(Fleet fleet, Path scorer, Path folder, String prefix, Traffic traffic) {
        this.fleet = fleet;
        this.scorer = scorer;
        this.folder = folder;
        this.prefix = prefix;
        this.traffic = traffic;
    }

    /** Returns once it goes by what the scorer wrote last. */
    void learn() {
        Path script = folder.resolve("script.json");
        traffic.since().write(script);
        if (!started) {
            start(script);
            started = true;
        }
        while (Files.exists(script)) {
            fleet.mustBeAlive();
            Pause.aMoment();
        }
    }

    private void start(Path script) {
        fleet.program(
                "reference",
                ReferenceJob.class,
                classPath(),
                List.of(
                        fleet.kafka(),
                        prefix,
                        Topic.SIGNALS.under(prefix),
                        Topic.RISK.under(prefix),
                        folder.resolve("reference").toString(),
                        script.toString()));
    }

    /** The scorer's libraries, in which Kafka Streams is, and this program's own. */
    private String classPath() {
        return Stream.concat(
                        Stream.of("app", "lib/main", "lib/boot")
                                .map(lib -> scorer.resolve(lib).resolve("*").toString()),
                        Stream.of(System.getProperty("java.class.path")))
                .collect(Collectors.joining(File.pathSeparator));
    }
}

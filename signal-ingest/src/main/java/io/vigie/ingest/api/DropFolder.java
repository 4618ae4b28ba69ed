package io.vigie.ingest.api;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import io.vigie.events.EventJson;
import io.vigie.ingest.IngestSettings;
import io.vigie.ingest.source.ImportReport;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Imports what lands in a folder: {@code in/<source>/} holds what is to come, {@code done} and {@code failed} what was
 * taken up, each file with its report beside it.
 *
 * <p>A file stays where it landed until its import has ended, so a crash leaves it to be taken up again.
 */
@ApplicationScoped
class DropFolder {
    private final IngestSettings settings;
    private final KnownSources sources;
    private final Imports imports;
    private final Map<Path, Mark> seen = new HashMap<>();

    DropFolder(IngestSettings settings, KnownSources sources, Imports imports) {
        this.settings = settings;
        this.sources = sources;
        this.imports = imports;
    }

    /** What has not changed since the look before has landed whole. */
    @Scheduled(every = "${vigie.drop-folder-every:5s}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() {
        settings.dropFolder().ifPresent(folder -> {
            try {
                for (Path file : landed(folder.resolve("in"))) {
                    Mark now = Mark.of(file);
                    if (now.equals(seen.put(file, now))) {
                        seen.remove(file);
                        take(folder, file, now);
                    }
                }
            } catch (IOException | RuntimeException e) {
                Log.warnf("the drop folder %s is looked at again soon: %s", folder, e.getMessage());
            }
        });
    }

    private static List<Path> landed(Path in) throws IOException {
        Files.createDirectories(in);
        try (Stream<Path> files = Files.walk(in, 2)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.getParent().equals(in))
                    .filter(file -> !file.getFileName().toString().startsWith("."))
                    .sorted()
                    .toList();
        }
    }

    private void take(Path folder, Path file, Mark mark) throws IOException {
        String source = file.getParent().getFileName().toString();
        try (InputStream content = Files.newInputStream(file)) {
            String name = file.getFileName() + ":" + mark.size() + ":" + mark.changed();
            ImportReport report =
                    imports.begin(sources.named(source), Optional.of(name)).run(content);
            putAway(folder.resolve("done"), source, file, report);
        } catch (HttpProblem e) {
            putAway(folder.resolve("failed"), source, file, Map.of("detail", String.valueOf(e.getDetail())));
        }
    }

    /** The report first: a file that has moved has been accounted for. */
    private static void putAway(Path folder, String source, Path file, Object report) throws IOException {
        Path home = Files.createDirectories(folder.resolve(source));
        String name = file.getFileName().toString();
        for (int copy = 2; Files.exists(home.resolve(name)); copy++) {
            name = copy + "-" + file.getFileName();
        }
        Files.write(home.resolve(name + ".report.json"), EventJson.mapper().writeValueAsBytes(report));
        Files.move(file, home.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }

    /** By which it is told whether a file is still being written. */
    private record Mark(long size, FileTime changed) {
        static Mark of(Path file) throws IOException {
            return new Mark(Files.size(file), Files.getLastModifiedTime(file));
        }
    }
}

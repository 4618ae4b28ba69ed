package io.vigie.local;

import io.vigie.local.fleet.Leftovers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** A run's own folder under {@code .vigie}, thrown away at its end; those of killed runs go at the next one. */
final class RunFolder {
    private static final String BEGINNING = "demo-";
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT);

    private final Path path;

    private RunFolder(Path path) {
        this.path = path;
    }

    static RunFolder fresh(Path kept) {
        try {
            Files.createDirectories(kept);
            for (Path folder : list(kept)) {
                if (folder.getFileName().toString().startsWith(BEGINNING)
                        && !Owner.of(folder).lives()) {
                    new Leftovers(folder).stop();
                    delete(folder);
                }
            }
            String name = BEGINNING + LocalDateTime.now(ZoneId.systemDefault()).format(STAMP) + "-"
                    + ProcessHandle.current().pid();
            Path folder = Files.createDirectory(kept.resolve(name));
            Owner.of(folder).claim();
            return new RunFolder(folder);
        } catch (IOException refused) {
            throw new UncheckedIOException("no folder for this run can be made in " + kept, refused);
        }
    }

    Path path() {
        return path;
    }

    /** What names of topics and of the closing tick begin with: never the same twice. */
    String name() {
        return path.getFileName().toString();
    }

    void delete() {
        try {
            delete(path);
        } catch (IOException left) {
            System.err.println("left behind: " + path + " (" + left.getMessage() + ")");
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path one : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(one);
            }
        }
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(Files::isDirectory).toList();
        }
    }
}

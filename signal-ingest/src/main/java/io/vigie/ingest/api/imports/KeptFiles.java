package io.vigie.ingest.api.imports;

import io.quarkus.logging.Log;
import io.vigie.ingest.api.answers.Spooled;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The files whose senders do not wait, each named by its import and its source: one stays until its import has come to its
 * end, whatever becomes of the process or of the broker meanwhile.
 */
final class KeptFiles {
    private static final String ARRIVING = ".arriving-";
    private static final int ID = 36;
    private static final Pattern NAME = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\\..+");

    private final Path folder;
    private final Set<UUID> atWork = ConcurrentHashMap.newKeySet();

    KeptFiles(Path folder) {
        this.folder = folder;
    }

    record Kept(UUID id, String source) {
        private static Kept of(Path file) {
            String name = file.getFileName().toString();
            return new Kept(UUID.fromString(name.substring(0, ID)), name.substring(ID + 1));
        }

        private Path in(Path folder) {
            return folder.resolve(id + "." + source);
        }
    }

    /** Reads a body to its end for who is at work on it; then the file outlives the process and the machine's power. */
    Kept keep(UUID id, String source, InputStream body) {
        Path arriving = folder.resolve(ARRIVING + id);
        Kept kept = new Kept(id, source);
        atWork.add(id);
        try {
            Files.createDirectories(folder);
            try (Spooled spooled =
                    new Spooled(FileChannel.open(arriving, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE))) {
                spooled.fill(body);
                spooled.file().force(true);
            }
            Files.move(arriving, kept.in(folder), StandardCopyOption.ATOMIC_MOVE);
            try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
                names.force(true);
            }
            return kept;
        } catch (IOException e) {
            giveUp(kept);
            throw new UncheckedIOException(e);
        } catch (RuntimeException e) {
            giveUp(kept);
            throw e;
        } finally {
            delete(arriving);
        }
    }

    /** Those that are whole and at which nobody of this process is, the oldest first. */
    List<Kept> waiting() {
        return files().stream()
                .filter(file -> NAME.matcher(file.getFileName().toString()).matches())
                .map(Kept::of)
                .filter(kept -> !atWork.contains(kept.id()))
                .toList();
    }

    /** Forgets what never became whole, whose sender was never told that it was taken. */
    void tidy(Instant untouchedSince) {
        files().stream()
                .filter(file -> file.getFileName().toString().startsWith(ARRIVING))
                .filter(file -> changed(file) < untouchedSince.toEpochMilli())
                .forEach(KeptFiles::delete);
    }

    /** How many have not come to their end. */
    int count() {
        return waiting().size() + atWork.size();
    }

    Set<UUID> atWork() {
        return Set.copyOf(atWork);
    }

    /** Nobody else of this process works on it until {@link #work} has returned. */
    boolean take(Kept file) {
        return atWork.add(file.id());
    }

    /**
     * @param importer tells whether the import has come to its end, good or bad; otherwise the file is taken up again
     */
    void work(Kept file, BiPredicate<Kept, InputStream> importer) {
        try (InputStream content = new OurDisk(Files.newInputStream(file.in(folder)))) {
            if (importer.test(file, content)) {
                delete(file.in(folder));
            }
        } catch (IOException | RuntimeException e) {
            Log.warnf("import %s has not come to its end, and is taken up again soon: %s", file.id(), e);
        } finally {
            atWork.remove(file.id());
        }
    }

    /** It was not taken after all. */
    void giveUp(Kept file) {
        atWork.remove(file.id());
        delete(file.in(folder));
    }

    private List<Path> files() {
        if (Files.notExists(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted((one, other) -> Long.compare(changed(one), changed(other)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long changed(Path file) {
        try {
            return Files.getLastModifiedTime(file).toMillis();
        } catch (IOException gone) {
            return Long.MAX_VALUE;
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package io.vigie.ingest.api.imports;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.logging.Log;
import io.vigie.events.EventJson;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.stream.Stream;

/**
 * The files of a drop folder: each is imported once it has been left alone for a while, and moves away with its report
 * only if it is then still what was read; whatever is wrong with one of them, the others go on.
 */
final class DroppedFiles {
    private final Path folder;
    private final long quiet;
    private final LongSupplier nanos;
    private final Importer importer;
    private final Map<Path, Seen> seen = new HashMap<>();
    private final Map<Path, Worked> worked = new HashMap<>();
    private final Set<Path> stuck = ConcurrentHashMap.newKeySet();

    /**
     * @param quiet how long a file must not have changed, so that it has landed whole
     * @param nanos a clock that only ever goes forward
     */
    DroppedFiles(Path folder, Duration quiet, LongSupplier nanos, Importer importer) {
        this.folder = folder;
        this.quiet = quiet.toNanos();
        this.nanos = nanos;
        this.importer = importer;
    }

    /** Imports a file to its end. */
    interface Importer {
        /**
         * @param told what tells this file from others of the source
         * @return the report
         * @throws HttpProblem when the file as a whole cannot be taken
         */
        Object run(String source, String told, InputStream content);
    }

    void look() throws IOException {
        Set<Path> closed = new HashSet<>();
        List<Path> there = sources().stream()
                .flatMap(source -> landed(source, closed).stream())
                .toList();
        seen.keySet().retainAll(there);
        worked.keySet().retainAll(there);
        stuck.addAll(closed);
        stuck.removeIf(path -> !closed.contains(path) && !there.contains(path));
        there.forEach(this::lookAt);
    }

    /** How many files and folders could not be read, imported or moved away when they were last taken up. */
    int stuck() {
        return stuck.size();
    }

    private List<Path> sources() throws IOException {
        try (Stream<Path> folders = Files.list(Files.createDirectories(folder.resolve("in")))) {
            return folders.filter(source -> Files.isDirectory(source, NOFOLLOW_LINKS))
                    .sorted()
                    .toList();
        }
    }

    /** Links are left alone: they may lead to what whoever drops files may not read. */
    private static List<Path> landed(Path source, Set<Path> closed) {
        try (Stream<Path> files = Files.list(source)) {
            return files.filter(file -> Files.isRegularFile(file, NOFOLLOW_LINKS))
                    .filter(file -> !file.getFileName().toString().startsWith("."))
                    .sorted()
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            closed.add(source);
            Log.warnf("what was dropped in %s cannot be seen, and is looked at again soon: %s", source, e);
            return List.of();
        }
    }

    private void lookAt(Path file) {
        try {
            Mark now = Mark.of(file);
            long time = nanos.getAsLong();
            Seen last = seen.compute(
                    file, (_, before) -> before != null && before.mark.equals(now) ? before : new Seen(now, time));
            if (time - last.since >= quiet) {
                workOff(file, now);
                stuck.remove(file);
            }
        } catch (IOException | RuntimeException e) {
            stuck.add(file);
            Log.warnf("the dropped file %s is taken up again soon: %s", file, e);
        }
    }

    /** A file that could not be moved away is not imported again for that, but moved as soon as it can be. */
    private void workOff(Path file, Mark mark) throws IOException {
        Worked done = worked.get(file);
        if (done == null || !done.mark.equals(mark)) {
            checkCanMove(file);
            done = taken(file, mark);
            worked.put(file, done);
        }
        if (Mark.of(file).equals(mark)) {
            putAway(done.outcome, file, done.report);
            worked.remove(file);
            seen.remove(file);
        } else {
            Log.warnf("the dropped file %s changed while it was imported: it is imported again once it rests", file);
        }
    }

    private Worked taken(Path file, Mark mark) throws IOException {
        String told = file.getFileName() + ":" + mark.size + ":" + mark.changed;
        try (InputStream content = Files.newInputStream(file, NOFOLLOW_LINKS)) {
            return new Worked(mark, "done", importer.run(source(file), told, content));
        } catch (HttpProblem e) {
            return new Worked(mark, "failed", Map.of("detail", String.valueOf(e.getDetail())));
        }
    }

    private void checkCanMove(Path file) throws IOException {
        for (String outcome : List.of("done", "failed")) {
            Path home = home(outcome, file);
            if (!Files.isWritable(home)
                    || !Files.isWritable(file.getParent())
                    || !Files.getFileStore(home).equals(Files.getFileStore(file))) {
                throw new IOException(file.getParent() + " and " + home
                        + " must be writable and on one file system, so that files can be moved");
            }
        }
    }

    /** The report first: a file that has moved has been accounted for. */
    private void putAway(String outcome, Path file, Object report) throws IOException {
        Path home = home(outcome, file);
        String name = file.getFileName().toString();
        for (int copy = 2; Files.exists(home.resolve(name), NOFOLLOW_LINKS); copy++) {
            name = copy + "-" + file.getFileName();
        }
        Files.write(home.resolve(name + ".report.json"), EventJson.mapper().writeValueAsBytes(report));
        Files.move(file, home.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }

    private Path home(String outcome, Path file) throws IOException {
        return Files.createDirectories(folder.resolve(outcome).resolve(source(file)));
    }

    private static String source(Path file) {
        return file.getParent().getFileName().toString();
    }

    /** By which it is told whether a file is still being written. */
    private record Mark(long size, FileTime changed) {
        static Mark of(Path file) throws IOException {
            return new Mark(Files.size(file), Files.getLastModifiedTime(file, NOFOLLOW_LINKS));
        }
    }

    private record Seen(Mark mark, long since) {}

    private record Worked(Mark mark, String outcome, Object report) {}
}

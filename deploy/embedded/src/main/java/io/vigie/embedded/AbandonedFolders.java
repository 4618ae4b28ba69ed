package io.vigie.embedded;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Clears what killed processes could not: their throw-away folders and the database servers still running there. */
final class AbandonedFolders {
    private static final Path ROOT =
            Path.of(System.getProperty("java.io.tmpdir"), "vigie-embedded-" + System.getProperty("user.name"));

    private AbandonedFolders() {}

    /** A new throw-away folder, once the abandoned ones are cleared. */
    static DataFolder next() throws IOException {
        Files.createDirectories(ROOT);
        return inTurn(() -> {
            for (Path folder : folders()) {
                clear(folder);
            }
            Path mine = Files.createDirectory(
                    ROOT.toRealPath().resolve(UUID.randomUUID().toString()));
            return DataFolder.tryOpen(mine, false).orElseThrow();
        });
    }

    /** Throws a folder away. */
    static void discard(DataFolder folder) throws IOException {
        inTurn(() -> {
            folder.delete();
            return folder;
        });
    }

    /** One process at a time, lest one clears what another has just made or is about to throw away. */
    private static synchronized <T> T inTurn(Step<T> step) throws IOException {
        try (FileChannel turn = FileChannel.open(ROOT.resolve("turn"), CREATE, WRITE);
                FileLock _ = turn.lock()) {
            return step.take();
        }
    }

    private static List<Path> folders() throws IOException {
        try (Stream<Path> folders = Files.list(ROOT.toRealPath())) {
            return folders.filter(Files::isDirectory).toList();
        }
    }

    private static void clear(Path folder) {
        try {
            Optional<DataFolder> abandoned = DataFolder.tryOpen(folder, false);
            abandoned.ifPresent(_ -> LeftoverServer.stop(EmbeddedDatabase.dataIn(folder)));
            if (abandoned.isPresent()) {
                abandoned.get().delete();
            }
        } catch (IOException | UncheckedIOException stuck) {
            System.getLogger(AbandonedFolders.class.getName())
                    .log(System.Logger.Level.WARNING, "the abandoned folder " + folder + " stays", stuck);
        }
    }

    private interface Step<T> {
        T take() throws IOException;
    }
}

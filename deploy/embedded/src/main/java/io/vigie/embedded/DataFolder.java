package io.vigie.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.commons.io.FileUtils;

/** A backend's folder with one owner at a time: what an owner left running may be stopped only once the owner is gone. */
final class DataFolder implements AutoCloseable {
    private static final String LOCK = "in-use";

    /** File locks belong to the process: closing a second channel would give up the first one's lock. */
    private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

    private final Path path;
    private final boolean kept;
    private final FileChannel lock;

    private DataFolder(Path path, boolean kept, FileChannel lock) {
        this.path = path;
        this.kept = kept;
        this.lock = lock;
    }

    /**
     * The folder that the options name, or a new one to be thrown away.
     *
     * @throws IllegalStateException when another owner has it open
     */
    static DataFolder open(BackendOptions options) {
        try {
            return options.folder().isPresent()
                    ? openKept(Files.createDirectories(options.folder().get()).toRealPath())
                    : AbandonedFolders.next();
        } catch (IOException impossible) {
            throw new UncheckedIOException("the data folder cannot be opened: " + options, impossible);
        }
    }

    private static DataFolder openKept(Path path) throws IOException {
        return tryOpen(path, true).orElseThrow(() -> inUse(path));
    }

    /** The folder, unless it has an owner that lives. */
    static Optional<DataFolder> tryOpen(Path path, boolean kept) throws IOException {
        if (!HELD_HERE.add(path)) {
            return Optional.empty();
        }
        Optional<FileChannel> lock = Optional.empty();
        try {
            lock = tryLock(path.resolve(LOCK));
            return lock.map(held -> new DataFolder(path, kept, held));
        } finally {
            if (lock.isEmpty()) {
                HELD_HERE.remove(path);
            }
        }
    }

    private static Optional<FileChannel> tryLock(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (channel.tryLock() == null) {
            channel.close();
            return Optional.empty();
        }
        String owner = Long.toString(ProcessHandle.current().pid());
        channel.truncate(0).write(ByteBuffer.wrap(owner.getBytes(StandardCharsets.UTF_8)));
        return Optional.of(channel);
    }

    Path path() {
        return path;
    }

    boolean kept() {
        return kept;
    }

    @Override
    public void close() {
        try {
            if (kept) {
                letGo();
            } else {
                AbandonedFolders.discard(this);
            }
        } catch (IOException left) {
            throw new UncheckedIOException("the data folder " + path + " could not be let go", left);
        }
    }

    /** Lets go of it and takes it away; only ever in turn with whoever clears folders. */
    void delete() throws IOException {
        letGo();
        FileUtils.deleteDirectory(path.toFile());
    }

    private void letGo() throws IOException {
        try {
            lock.close();
        } finally {
            HELD_HERE.remove(path);
        }
    }

    private static IllegalStateException inUse(Path path) {
        String owner;
        try {
            owner = Files.readString(path.resolve(LOCK));
        } catch (IOException unreadable) {
            owner = "unknown";
        }
        return new IllegalStateException(
                "the data folder " + path + " is in use by process " + owner + "; stop it or give another folder");
    }
}

package io.vigie.local.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** How much the stores of a stopped scorer take on disk, by store. */
final class StateOnDisk {
    private static final String STORES = "rocksdb";

    private StateOnDisk() {}

    static Map<String, Long> in(Path folder) {
        Map<String, Long> bytes = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            files.filter(Files::isRegularFile)
                    .filter(file -> file.getParent().getParent().endsWith(STORES))
                    .forEach(file -> bytes.merge(
                            file.getParent().getFileName().toString(),
                            file.toFile().length(),
                            Long::sum));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(folder + " cannot be read", unreadable);
        }
        return bytes;
    }
}

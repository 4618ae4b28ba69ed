package io.vigie.local.fleet;

import io.vigie.privacy.MasterKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** The master key of a system on this machine: drawn at its first start, read by the owner of its folder only. */
final class MasterKeyFile {
    private MasterKeyFile() {}

    static Path in(Path folder) {
        Path file = folder.toAbsolutePath().resolve("master.key");
        try {
            if (!Files.exists(file)) {
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
                Files.writeString(file, MasterKey.draw() + "\n");
            }
            return file;
        } catch (IOException refused) {
            throw new UncheckedIOException(file + " cannot be written", refused);
        }
    }
}

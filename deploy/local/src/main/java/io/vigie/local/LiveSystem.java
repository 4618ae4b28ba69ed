package io.vigie.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The system that is kept from start to start, and what its folder remembers of it. */
record LiveSystem(Path folder) {
    private static final List<String> ROLES = List.of("agent", "lead", "manager");
    private static final int SECRET_BYTES = 10;
    private static final int KEY_BYTES = 32;

    static LiveSystem of(Place place) {
        try {
            return new LiveSystem(Files.createDirectories(place.live()));
        } catch (IOException refused) {
            throw new UncheckedIOException("the folder " + place.live() + " cannot be made", refused);
        }
    }

    Owner supervisor() {
        return Owner.of(folder);
    }

    /** The ports it runs on, once it is ready. */
    Optional<Integer> basePort() {
        try {
            return Optional.of(Integer.parseInt(Files.readString(ready())));
        } catch (IOException | NumberFormatException notReady) {
            return Optional.empty();
        }
    }

    void ready(int basePort) {
        write(ready(), Integer.toString(basePort));
    }

    void notReady() {
        try {
            Files.deleteIfExists(ready());
        } catch (IOException left) {
            throw new UncheckedIOException(ready() + " cannot be deleted", left);
        }
    }

    /** Drawn at the first start, kept where only the owner of the folder reads them. */
    Users users() {
        Map<String, String> passwords = new LinkedHashMap<>();
        for (String role : ROLES) {
            passwords.put(role, drawnOnce(folder.resolve(role + ".password"), SECRET_BYTES));
        }
        return new Users(passwords, drawnOnce(folder.resolve("cookie.key"), SECRET_BYTES));
    }

    /** The key of signal-ingest that gives out all others. */
    String adminKey() {
        return "vk_" + drawnOnce(folder.resolve("admin.key"), KEY_BYTES);
    }

    private static String drawnOnce(Path file, int bytes) {
        try {
            if (!Files.exists(file)) {
                byte[] drawn = new byte[bytes];
                new SecureRandom().nextBytes(drawn);
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
                write(file, HexFormat.of().formatHex(drawn));
            }
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(file + " cannot be read", unreadable);
        }
    }

    private Path ready() {
        return folder.resolve("ready");
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException full) {
            throw new UncheckedIOException(file + " cannot be written", full);
        }
    }
}

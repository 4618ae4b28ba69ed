package io.vigie.scorer.stream;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The files of models as this instance heard them, on disk: few are needed at a time, and each may be large. */
public final class ModelShelf {
    private static final String ENDS = ".model";

    private final Path folder;

    /** @param folder for files; what lies there from before is heard anew */
    public ModelShelf(Path folder) {
        this.folder = folder;
        try {
            Files.createDirectories(folder);
            try (DirectoryStream<Path> before = Files.newDirectoryStream(folder, "*" + ENDS)) {
                for (Path file : before) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void put(String id, String text) {
        try {
            Files.writeString(file(id), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Optional<String> text(String id) {
        try {
            Path file = file(id);
            return Files.exists(file) ? Optional.of(Files.readString(file)) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void drop(String id) {
        try {
            Files.deleteIfExists(file(id));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whatever an id is made of, its file lies in the folder. */
    private Path file(String id) {
        byte[] name = Keys.digest(id.getBytes(StandardCharsets.UTF_8));
        return folder.resolve(java.util.HexFormat.of().formatHex(name) + ENDS);
    }
}

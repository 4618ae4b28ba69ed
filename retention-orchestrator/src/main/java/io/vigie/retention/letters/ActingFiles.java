package io.vigie.retention.letters;

import io.vigie.events.DataFiles;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The texts and lists that people act by: a company's own file where its folder has it, else the one that ships. */
public final class ActingFiles {
    private static final String SHIPPED = "/acting/";

    private final Optional<Path> own;

    public ActingFiles(Optional<Path> own) {
        own.filter(folder -> !Files.isDirectory(folder)).ifPresent(folder -> {
            throw new IllegalArgumentException("vigie.acting: there is no folder " + folder);
        });
        this.own = own;
    }

    /** The folder that a company's pictures are taken from, where it has one. */
    public Optional<Path> folder() {
        return own;
    }

    /** @param name below the folder, such as {@code letters/apology.fr.html} */
    public Optional<String> find(String name) {
        Optional<Path> file = own.map(folder -> folder.resolve(name)).filter(Files::isRegularFile);
        try {
            return file.isPresent() ? Optional.of(Files.readString(file.get())) : shipped(name);
        } catch (IOException e) {
            throw new UncheckedIOException("the file " + name + " cannot be read", e);
        }
    }

    /**
     * @throws IllegalArgumentException naming the file and what is wrong in it
     */
    public <T> T yaml(String name, Class<T> kind) {
        String text = find(name).orElseThrow(() -> new IllegalArgumentException("there is no acting file " + name));
        try {
            return DataFiles.yaml().readValue(text, kind);
        } catch (IOException | IllegalArgumentException e) {
            throw new IllegalArgumentException("acting file " + name + ": " + e.getMessage(), e);
        }
    }

    private static Optional<String> shipped(String name) throws IOException {
        try (InputStream file = ActingFiles.class.getResourceAsStream(SHIPPED + name)) {
            return file == null
                    ? Optional.empty()
                    : Optional.of(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}

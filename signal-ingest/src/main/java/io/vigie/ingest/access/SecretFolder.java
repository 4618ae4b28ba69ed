package io.vigie.ingest.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/** A folder with a file for each source and a secret on each line, as orchestrators mount them. */
public final class SecretFolder implements Secrets {
    private final Path folder;

    public SecretFolder(Path folder) {
        this.folder = folder;
    }

    /** Read each time: a small file, and what a mount exchanges behind our back holds from the next request on. */
    @Override
    public List<Secret> of(String source) {
        if (!SourceName.isOne(source)) {
            return List.of();
        }
        try {
            return Files.readAllLines(folder.resolve(source)).stream()
                    .filter(line -> !line.isBlank())
                    .map(Secret::of)
                    .toList();
        } catch (NoSuchFileException none) {
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException("the secrets of the source " + source + " cannot be read", e);
        }
    }
}

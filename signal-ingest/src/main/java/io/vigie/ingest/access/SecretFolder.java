package io.vigie.ingest.access;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** A folder with a file for each source and a secret on each line, as orchestrators mount them. */
public final class SecretFolder implements Secrets {
    private final Path folder;
    private final Consumer<String> warning;
    private final Set<String> unreadable = ConcurrentHashMap.newKeySet();

    /**
     * @param warning is told once of each file that cannot be read, and again only after it could be
     */
    public SecretFolder(Path folder, Consumer<String> warning) {
        this.folder = folder;
        this.warning = warning;
    }

    /**
     * Read each time: a small file, and what a mount exchanges behind our back holds from the next request on.
     *
     * @throws NotAdmitted when the file is there and cannot be read: without it nothing may be let in unchecked
     */
    @Override
    public List<Secret> of(String source) {
        if (!SourceName.isOne(source)) {
            return List.of();
        }
        try {
            List<Secret> secrets = Files.readAllLines(folder.resolve(source)).stream()
                    .filter(line -> !line.isBlank())
                    .map(Secret::of)
                    .toList();
            unreadable.remove(source);
            return secrets;
        } catch (NoSuchFileException none) {
            return List.of();
        } catch (IOException e) {
            if (unreadable.add(source)) {
                warning.accept("the secrets of the source " + source + " cannot be read: " + e);
            }
            throw NotAdmitted.unreadableSecret(source);
        }
    }
}

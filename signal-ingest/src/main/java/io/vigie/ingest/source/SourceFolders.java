package io.vigie.ingest.source;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.vigie.events.DataFiles;
import io.vigie.ingest.intake.JsonFaults;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** A folder of source folders, and what changed in it since the last look. */
final class SourceFolders {
    private static final List<String> FILES = List.of("source.yaml", "mapping.jsonata");

    private final Path folder;
    private Map<String, String> taken = Map.of();
    private Map<String, String> seen = Map.of();

    SourceFolders(Path folder) {
        this.folder = folder;
    }

    /**
     * @throws IllegalArgumentException naming the source, the file and what is wrong with it
     */
    Map<String, Source> readAll() {
        taken = stamps();
        seen = taken;
        Map<String, Source> found = new TreeMap<>();
        taken.keySet().forEach(name -> read(name).ifPresent(source -> found.put(name, source)));
        return found;
    }

    /** Names of sources that were added, changed or removed, and have not changed again since the look before. */
    List<String> changed() {
        Map<String, String> now = stamps();
        boolean settled = now.equals(seen);
        seen = now;
        if (!settled || now.equals(taken)) {
            return List.of();
        }
        TreeSet<String> names = new TreeSet<>(taken.keySet());
        names.addAll(now.keySet());
        names.removeIf(name -> Objects.equals(taken.get(name), now.get(name)));
        taken = now;
        return List.copyOf(names);
    }

    /** Empty where the folder is gone. */
    Optional<Source> read(String name) {
        Path source = folder.resolve(name);
        if (!Files.isDirectory(source)) {
            return Optional.empty();
        }
        try {
            SourceSpec spec = spec(source.resolve("source.yaml"));
            return Optional.of(new Source(name, spec, text(source.resolve("mapping.jsonata"))));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("source " + name + " in " + source + ": " + e.getMessage(), e);
        }
    }

    private static SourceSpec spec(Path file) {
        String yaml = text(file);
        try {
            return Optional.ofNullable(DataFiles.yaml().readValue(yaml, SourceSpec.class))
                    .orElseThrow(() -> new IllegalArgumentException("source.yaml is empty"));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("source.yaml: " + JsonFaults.of(e), e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    Files.exists(file)
                            ? file.getFileName() + " cannot be read as text in UTF-8"
                            : file.getFileName() + " is missing",
                    e);
        }
    }

    /** Sizes and times of each source's files; hidden folders, as mounts have them, are no sources. */
    private Map<String, String> stamps() {
        try (Stream<Path> inside = Files.list(folder)) {
            Map<String, String> stamps = new TreeMap<>();
            inside.filter(Files::isDirectory)
                    .filter(source -> !source.getFileName().toString().startsWith("."))
                    .forEach(
                            source -> stamps.put(source.getFileName().toString().replace("/", ""), stamp(source)));
            return stamps;
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "cannot read the folder of sources " + folder + ": " + e.getMessage(), e);
        }
    }

    private static String stamp(Path source) {
        StringBuilder stamp = new StringBuilder();
        for (String name : FILES) {
            Path file = source.resolve(name);
            try {
                stamp.append(Files.size(file))
                        .append('@')
                        .append(Files.getLastModifiedTime(file))
                        .append(' ');
            } catch (IOException e) {
                stamp.append("none ");
            }
        }
        return stamp.toString();
    }
}

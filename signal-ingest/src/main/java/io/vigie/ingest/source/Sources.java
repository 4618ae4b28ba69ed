package io.vigie.ingest.source;

import io.vigie.events.DataFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Every source: a folder each with {@code source.yaml} and {@code mapping.jsonata}, shipped or the company's own. */
public final class Sources {
    private final Map<String, Source> sources;

    private Sources(Map<String, Source> sources) {
        this.sources = Collections.unmodifiableMap(sources);
    }

    /** The sources that ship with Vigie. */
    public static Sources shipped() {
        return new Sources(shippedSources());
    }

    /**
     * The sources that ship, plus a company's folder of source folders, which win over shipped ones of the same name.
     *
     * @throws IllegalArgumentException naming the source and what is wrong with it
     */
    public static Sources with(Path companyFolder) {
        Map<String, Source> all = shippedSources();
        all.putAll(read(companyFolder));
        return new Sources(all);
    }

    public Collection<Source> all() {
        return sources.values();
    }

    public Optional<Source> find(String name) {
        return Optional.ofNullable(sources.get(name));
    }

    private static Map<String, Source> shippedSources() {
        return DataFiles.inShipped(Sources.class, "/sources", "cloudevents/source.yaml", Sources::read);
    }

    private static Map<String, Source> read(Path folder) {
        try (Stream<Path> folders = Files.list(folder)) {
            Map<String, Source> found = new TreeMap<>();
            folders.filter(Files::isDirectory).map(Sources::readSource).forEach(one -> found.put(one.name(), one));
            return found;
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "cannot read the folder of sources " + folder + ": " + e.getMessage(), e);
        }
    }

    private static Source readSource(Path folder) {
        String name = folder.getFileName().toString().replace("/", "");
        try {
            SourceSpec spec =
                    DataFiles.yaml().readValue(Files.readAllBytes(folder.resolve("source.yaml")), SourceSpec.class);
            String mapping = Files.readString(folder.resolve("mapping.jsonata"), StandardCharsets.UTF_8);
            return new Source(name, spec, mapping);
        } catch (IOException | IllegalArgumentException e) {
            throw new IllegalArgumentException("source " + name + " in " + folder + ": " + e.getMessage(), e);
        }
    }
}

package io.vigie.local.dataset;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.vigie.events.wire.EventJson;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Recognises a folder by what stands in its files, because other data of the same kind has other names. */
public final class Datasets {
    private static final ObjectMapper YAML = EventJson.configure(new ObjectMapper(new YAMLFactory()))
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    private static final List<String> SHIPPED = List.of("online-retail", "ravenstack", "vigie-history");

    private final List<DatasetKind> kinds;

    private Datasets(List<DatasetKind> kinds) {
        this.kinds = kinds;
    }

    /** The kinds that ship. */
    public static Datasets shipped() {
        return new Datasets(SHIPPED.stream().map(Datasets::read).toList());
    }

    /**
     * What the folder is and how it is fed.
     *
     * @throws UnknownDataset naming the known kinds and what is missing
     */
    public Dataset recognise(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new UnknownDataset(folder + " is not a folder");
        }
        try {
            Map<Path, FirstLine> lines = firstLines(folder);
            Optional<Match> match = kinds.stream()
                    .map(kind -> Match.of(kind, lines))
                    .filter(Match::complete)
                    .findFirst();
            return match.orElseThrow(() -> new UnknownDataset(Advice.on(folder, kinds, lines)))
                    .dataset();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the folder " + folder + " cannot be read", unreadable);
        }
    }

    private static Map<Path, FirstLine> firstLines(Path folder) throws IOException {
        Map<Path, FirstLine> lines = new LinkedHashMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                FirstLine.of(file).ifPresent(line -> lines.put(file, line));
            }
        }
        return lines;
    }

    private static DatasetKind read(String name) {
        String resource = "/datasets/" + name + ".yaml";
        try (InputStream file = Objects.requireNonNull(Datasets.class.getResourceAsStream(resource), resource)) {
            return YAML.readValue(file, DatasetKind.class);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(resource + " cannot be read", unreadable);
        }
    }
}

package io.vigie.local.dataset;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.vigie.events.wire.EventJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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

    private static final String SHIPPED = "/datasets";

    private final List<DatasetKind> kinds;

    private Datasets(List<DatasetKind> kinds) {
        this.kinds = kinds;
    }

    /** The kinds that ship: every file in {@code datasets/}. */
    public static Datasets shipped() {
        try {
            URI known = Objects.requireNonNull(Datasets.class.getResource(SHIPPED + "/vigie-history.yaml"))
                    .toURI();
            if (!"jar".equals(known.getScheme())) {
                return new Datasets(read(Path.of(known).resolveSibling("")));
            }
            Path jar = Path.of(URI.create(known.getSchemeSpecificPart().replaceFirst("!.*", "")));
            try (FileSystem inside = FileSystems.newFileSystem(jar)) {
                return new Datasets(read(inside.getPath(SHIPPED)));
            }
        } catch (URISyntaxException | IOException unreadable) {
            throw new IllegalStateException("the kinds of histories cannot be read", unreadable);
        }
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

    private static List<DatasetKind> read(Path folder) throws IOException {
        List<DatasetKind> kinds = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(one -> one.toString().endsWith(".yaml"))
                    .sorted()
                    .toList()) {
                kinds.add(YAML.readValue(Files.readString(file), DatasetKind.class));
            }
        }
        return kinds;
    }
}

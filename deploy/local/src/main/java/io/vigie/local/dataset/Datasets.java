package io.vigie.local.dataset;

import io.vigie.events.DataFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Recognises a folder by what stands in its files, because other data of the same kind has other names. */
public final class Datasets {
    private final List<DatasetKind> kinds;

    private Datasets(List<DatasetKind> kinds) {
        this.kinds = kinds;
    }

    /** The kinds that ship: every file in {@code datasets/}. */
    public static Datasets shipped() {
        return new Datasets(DataFiles.inShipped(Datasets.class, "/datasets", "vigie-history.yaml", Datasets::read));
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

    private static List<DatasetKind> read(Path folder) {
        List<DatasetKind> kinds = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(one -> one.toString().endsWith(".yaml"))
                    .sorted()
                    .toList()) {
                kinds.add(DataFiles.yaml().readValue(Files.readString(file), DatasetKind.class));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the kinds of histories cannot be read", unreadable);
        }
        return kinds;
    }
}

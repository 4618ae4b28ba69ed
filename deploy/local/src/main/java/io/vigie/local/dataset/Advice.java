package io.vigie.local.dataset;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Says why a folder was not recognised and what would make it so. */
final class Advice {
    private Advice() {}

    static String on(Path folder, List<DatasetKind> kinds, Map<Path, FirstLine> lines) {
        StringBuilder text = new StringBuilder(folder + " holds no history of a known kind. Known kinds:");
        for (DatasetKind kind : kinds) {
            text.append("\n  ").append(kind.name()).append(": ").append(kind.description());
            Match match = Match.of(kind, lines);
            match.missing().filter(file -> !file.optional()).forEach(file -> text.append("\n    missing: ")
                    .append(file.what())
                    .append(", a file whose ")
                    .append(file.csv() ? "header has the columns " : "lines have the fields ")
                    .append(String.join(", ", file.needed()))
                    .append(nearest(file, lines)));
        }
        return text.append("\nRead here: ")
                .append(lines.isEmpty() ? "no table and no lines of JSON" : names(lines))
                .toString();
    }

    /** The file that lacks least, where one has at least half of what it takes. */
    private static String nearest(FileKind kind, Map<Path, FirstLine> lines) {
        return lines.entrySet().stream()
                .filter(line -> line.getValue().csv() == kind.csv())
                .filter(line -> kind.inCommon(line.getValue().names()) * 2
                        >= kind.needed().size())
                .max(Comparator.comparingLong(
                        line -> kind.inCommon(line.getValue().names())))
                .map(line -> {
                    TreeSet<String> lacking = new TreeSet<>(kind.needed());
                    lacking.removeAll(line.getValue().names());
                    return " (" + line.getKey().getFileName() + " lacks " + String.join(", ", lacking) + ")";
                })
                .orElse("");
    }

    private static String names(Map<Path, FirstLine> lines) {
        return lines.keySet().stream()
                .map(file -> file.getFileName().toString())
                .collect(Collectors.joining(", "));
    }
}

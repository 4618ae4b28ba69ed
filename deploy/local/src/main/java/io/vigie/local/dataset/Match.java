package io.vigie.local.dataset;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A folder's files held against one kind of history. */
final class Match {
    private final DatasetKind kind;
    private final Map<FileKind, List<Path>> found = new LinkedHashMap<>();

    private Match(DatasetKind kind) {
        this.kind = kind;
    }

    static Match of(DatasetKind kind, Map<Path, FirstLine> lines) {
        Match match = new Match(kind);
        for (FileKind file : kind.files()) {
            List<Path> fitting = lines.entrySet().stream()
                    .filter(line -> file.fits(line.getValue()))
                    .map(Map.Entry::getKey)
                    .toList();
            match.found.put(file, fitting);
        }
        return match;
    }

    boolean complete() {
        return missing().allMatch(FileKind::optional);
    }

    Stream<FileKind> missing() {
        return found.entrySet().stream()
                .filter(entry -> entry.getValue().isEmpty())
                .map(Map.Entry::getKey);
    }

    Dataset dataset() throws IOException {
        List<Dataset.SourceFile> files = new ArrayList<>();
        List<Dataset.LookupFile> lookups = new ArrayList<>();
        Instant last = Instant.EPOCH;
        for (Map.Entry<FileKind, List<Path>> entry : found.entrySet()) {
            FileKind file = entry.getKey();
            for (Path path : entry.getValue()) {
                files.add(new Dataset.SourceFile(file.source(), path));
                file.lookups()
                        .forEach(lookup -> lookups.add(new Dataset.LookupFile(lookup.source(), lookup.name(), path)));
                Instant own = LastInstant.in(path, file);
                last = own.isAfter(last) ? own : last;
            }
        }
        return new Dataset(
                kind.name(),
                lookups,
                files,
                kind.merged(),
                last,
                last.minus(Duration.ofDays(kind.goLive().daysBeforeLast())),
                last.plus(Duration.ofDays(kind.closing().daysAfterLast())),
                notes());
    }

    private List<String> notes() {
        List<String> notes = new ArrayList<>();
        missing().forEach(file -> notes.add("no file with " + file.what()));
        notes.add("cases may open from " + kind.goLive().daysBeforeLast() + " days before the last event: "
                + kind.goLive().because());
        return notes;
    }
}

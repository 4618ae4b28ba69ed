package io.vigie.local.dataset;

import java.time.ZoneId;
import java.util.List;
import java.util.Set;

/**
 * A kind of file, known by what stands in its first line and not by its name.
 *
 * @param source the source of signal-ingest that takes it
 * @param columns what a CSV header must have
 * @param fields what the object on an NDJSON line must have
 * @param without what that object must not have
 * @param lookups lookups of other sources that it serves as
 * @param times where its instants stand
 */
record FileKind(
        String what,
        String source,
        boolean optional,
        List<String> columns,
        List<String> fields,
        List<String> without,
        List<Lookup> lookups,
        Times times) {
    FileKind {
        source = source == null ? "" : source;
        columns = listOrNone(columns);
        fields = listOrNone(fields);
        without = listOrNone(without);
        lookups = listOrNone(lookups);
        times = times == null ? Times.NONE : times;
        if (columns.isEmpty() == fields.isEmpty()) {
            throw new IllegalArgumentException(what + ": a kind of file has either columns or fields");
        }
    }

    boolean csv() {
        return !columns.isEmpty();
    }

    boolean fits(FirstLine line) {
        return csv() == line.csv()
                && line.names().containsAll(needed())
                && without.stream().noneMatch(line.names()::contains);
    }

    List<String> needed() {
        return csv() ? columns : fields;
    }

    /** How many of the names it needs are there: to say what a file that does not fit comes nearest to. */
    long inCommon(Set<String> names) {
        return needed().stream().filter(names::contains).count();
    }

    private static <T> List<T> listOrNone(List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }

    /** A lookup that a file serves as for another source. */
    record Lookup(String source, String name) {}

    /**
     * Where a file's instants stand, to find the last one.
     *
     * @param columns of a CSV file
     * @param fields of an NDJSON file, ISO instants
     */
    record Times(List<String> columns, List<String> fields, List<String> patterns, ZoneId zone) {
        static final Times NONE = new Times(List.of(), List.of(), List.of(), ZoneId.of("UTC"));

        Times {
            columns = listOrNone(columns);
            fields = listOrNone(fields);
            patterns = listOrNone(patterns);
            zone = zone == null ? ZoneId.of("UTC") : zone;
        }
    }
}

package io.vigie.local.feeding;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What became of the rows of one or more files, in signal-ingest's own words.
 *
 * @param accepted signals published
 * @param customers customer records published
 */
public record ImportReport(
        long rows,
        long mapped,
        long merged,
        long refused,
        Map<String, Long> refusedByReason,
        long accepted,
        long customers,
        List<Fault> errors) {
    private static final int ERRORS_KEPT = 20;

    public static final ImportReport NOTHING = new ImportReport(0, 0, 0, 0, Map.of(), 0, 0, List.of());

    public ImportReport {
        refusedByReason = refusedByReason == null ? Map.of() : Map.copyOf(refusedByReason);
        errors = errors == null ? List.of() : List.copyOf(errors);
    }

    /** A refused row. */
    public record Fault(long line, String reason, String detail) {}

    /** Both together. */
    public ImportReport plus(ImportReport other) {
        Map<String, Long> reasons = new TreeMap<>(refusedByReason);
        other.refusedByReason.forEach((reason, count) -> reasons.merge(reason, count, Long::sum));
        List<Fault> faults = new ArrayList<>(errors);
        faults.addAll(other.errors);
        return new ImportReport(
                rows + other.rows,
                mapped + other.mapped,
                merged + other.merged,
                refused + other.refused,
                reasons,
                accepted + other.accepted,
                customers + other.customers,
                faults.subList(0, Math.min(ERRORS_KEPT, faults.size())));
    }

    /** The same rows, with what was published of them counted elsewhere. */
    ImportReport published(long signals, long records) {
        return new ImportReport(rows, mapped, merged, refused, refusedByReason, signals, records, errors);
    }
}

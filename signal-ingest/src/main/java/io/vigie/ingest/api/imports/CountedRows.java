package io.vigie.ingest.api.imports;

import io.vigie.ingest.api.answers.Counters;
import io.vigie.ingest.source.ImportReport;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongFunction;

/** Counts what an import has done at each of its checkpoints, once, so that what a cut leaves undone alone is missing. */
final class CountedRows {
    private static final String VIA = "import";

    private final Counters counters;
    private Optional<ImportReport> last;

    /**
     * @param before what another import, or this one before it was cut, has counted
     */
    CountedRows(Counters counters, Optional<ImportReport> before) {
        this.counters = counters;
        this.last = before;
    }

    void upTo(ImportReport now) {
        counters.signals(VIA, since(now, ImportReport::accepted));
        counters.customers(VIA, since(now, ImportReport::customers));
        counters.consents(VIA, since(now, ImportReport::consents));
        Map<String, Long> refused = last.map(ImportReport::refusedByReason).orElse(Map.of());
        now.refusedByReason()
                .forEach((reason, count) -> counters.refused(VIA, reason, count - refused.getOrDefault(reason, 0L)));
        last = Optional.of(now);
    }

    private long since(ImportReport now, ToLongFunction<ImportReport> of) {
        return of.applyAsLong(now) - last.map(of::applyAsLong).orElse(0L);
    }
}

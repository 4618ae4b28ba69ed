package io.vigie.local.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.vigie.local.feeding.Services;
import io.vigie.local.fleet.Fleet;
import io.vigie.local.fleet.MemoryWatch;
import io.vigie.local.fleet.Service;
import java.util.Locale;

/**
 * The memory of one long import, early on and at its end.
 *
 * @param rowsPerSecond of the whole import, its own generation included
 */
public record ImportMemory(Footprint early, Footprint late, double rowsPerSecond, long accepted, long refused) {
    private static final double NANOS = 1e9;
    /** A heap's garbage comes and goes, and so do the collector's and the compiler's own pages. */
    private static final double HELD_MARGIN_MB = 16;

    private static final double PEAK_MARGIN = 1.15;

    static ImportMemory of(Fleet fleet, Services services, long rows) {
        ProcessHandle ingest = fleet.process(Service.SIGNAL_INGEST);
        long early = rows / 5;
        Footprint[] first = new Footprint[1];
        try (MemoryWatch memory = fleet.watchMemory(Service.SIGNAL_INGEST)) {
            long start = System.nanoTime();
            Footprint[] last = new Footprint[1];
            JsonNode report = services.post(
                    Service.SIGNAL_INGEST,
                    "/imports/csv",
                    () -> new BenchFile(rows, passed -> {
                        if (passed == early) {
                            first[0] = Footprint.of(ingest, passed, memory.peakMb());
                        } else if (passed == rows) {
                            last[0] = Footprint.of(ingest, passed, memory.peakMb());
                        }
                    }));
            double seconds = (System.nanoTime() - start) / NANOS;
            return new ImportMemory(
                    first[0],
                    last[0],
                    rows / seconds,
                    report.path("accepted").asLong(),
                    report.path("refused").asLong());
        }
    }

    public boolean constant() {
        return late.heldMb() <= early.heldMb() + HELD_MARGIN_MB && late.peakMb() <= early.peakMb() * PEAK_MARGIN;
    }

    String told() {
        return String.format(
                Locale.ROOT,
                "an import of %,d rows (%,.0f/s): heap held %.1f MB after %,d rows, %.1f MB at the end; process %,d MB, "
                        + "then %,d MB: %s",
                accepted + refused,
                rowsPerSecond,
                early.heldMb(),
                early.rows(),
                late.heldMb(),
                early.peakMb(),
                late.peakMb(),
                constant() ? "constant" : "NOT CONSTANT");
    }
}

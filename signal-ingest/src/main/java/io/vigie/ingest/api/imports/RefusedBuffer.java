package io.vigie.ingest.api.imports;

import io.vigie.ingest.source.RefusedRow;
import io.vigie.ingest.store.RefusedRows;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Gathers some refused rows before they are kept, for one at a time would take most of an import's time. */
final class RefusedBuffer {
    private static final int MOST = 500;
    private static final int MOST_BYTES = 4 << 20;

    private final UUID job;
    private final RefusedRows kept;
    private final List<RefusedRow> waiting = new ArrayList<>();
    private long bytes;
    private long position;

    RefusedBuffer(UUID job, RefusedRows kept) {
        this.job = job;
        this.kept = kept;
    }

    /**
     * @param already how many are kept of the rows before
     */
    void goOnFrom(long already) {
        position = already;
    }

    /** How many are kept. */
    long position() {
        return position;
    }

    void add(RefusedRow row) {
        waiting.add(row);
        bytes += row.raw().length;
        if (waiting.size() >= MOST || bytes > MOST_BYTES) {
            flush();
        }
    }

    void flush() {
        if (!waiting.isEmpty()) {
            kept.keep(job, position, waiting);
            position += waiting.size();
            waiting.clear();
            bytes = 0;
        }
    }
}

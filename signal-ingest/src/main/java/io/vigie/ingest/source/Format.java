package io.vigie.ingest.source;

import io.vigie.events.Word;

/** How what a source hands over is written: files row by row, or documents that a system sends by itself. */
public enum Format implements Word {
    CSV,
    NDJSON,
    JSON,
    XML;

    /** Whether it comes as files for imports, not as documents over HTTP. */
    public boolean isOfFiles() {
        return this == CSV || this == NDJSON;
    }
}

package io.vigie.ingest.source;

import io.vigie.events.Word;

/** How a source's files are written. */
public enum Format implements Word {
    CSV,
    NDJSON
}

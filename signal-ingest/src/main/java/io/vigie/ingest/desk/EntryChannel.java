package io.vigie.ingest.desk;

import io.vigie.events.Word;

/** The way by which a notice came in. */
public enum EntryChannel implements Word {
    LETTER,
    REGISTERED_LETTER,
    EMAIL,
    PHONE,
    VISIT,
    OTHER
}

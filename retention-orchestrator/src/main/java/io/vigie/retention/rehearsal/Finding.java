package io.vigie.retention.rehearsal;

import io.vigie.events.Word;

/** What can honestly be said of a draft's effect. */
public enum Finding implements Word {
    KEEPS_MORE,
    KEEPS_LESS,
    NO_CLEAR_DIFFERENCE,
    /** It would have taken every decision alike. */
    SAME,
    /** The data cannot tell: no decision is old enough for its outcome to be known. */
    NOTHING_KNOWN_YET,
    /** The data cannot tell: most of what was decided was never done. */
    NOT_CARRIED_OUT,
    /** The data cannot tell: what the draft would do had no chance of being done. */
    NO_OVERLAP,
    /** The data cannot tell: what the draft would do was done too seldom. */
    SELDOM_DONE;

    /** Whether the data can tell at all. */
    public boolean told() {
        return switch (this) {
            case KEEPS_MORE, KEEPS_LESS, NO_CLEAR_DIFFERENCE, SAME -> true;
            case NOTHING_KNOWN_YET, NOT_CARRIED_OUT, NO_OVERLAP, SELDOM_DONE -> false;
        };
    }
}

package io.vigie.scorer.learning.file;

import io.vigie.events.Word;

/** On which scale a model that was brought along says how likely leaving is. */
public enum Scale implements Word {
    PROBABILITY,
    LOG_ODDS;

    /** Whether a figure can be meant so. */
    public boolean holds(double figure) {
        return Double.isFinite(figure) && (this == LOG_ODDS || (figure >= 0 && figure <= 1));
    }
}

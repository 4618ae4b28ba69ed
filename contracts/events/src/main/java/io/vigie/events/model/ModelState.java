package io.vigie.events.model;

import io.vigie.events.Word;

/** Where a model stands in its life. */
public enum ModelState implements Word {
    /** Known, and not listened to. */
    CANDIDATE,
    /** Scores beside the champion, without effect. */
    SHADOW,
    /** Its probabilities are everybody's. */
    CHAMPION,
    /** Was shadow or champion, and no longer is. */
    RETIRED
}

package io.vigie.ingest.desk;

import io.vigie.events.Word;

/** How a customer was found on a visit. */
public enum Mood implements Word {
    SATISFIED,
    NEUTRAL,
    DISSATISFIED
}

package io.vigie.kpi.measure;

import io.vigie.events.Word;

/** How far a task had come when the period ended. */
public enum TaskStatus implements Word {
    OPEN,
    CLAIMED,
    COMPLETED,
    CANCELLED
}

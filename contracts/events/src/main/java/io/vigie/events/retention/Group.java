package io.vigie.events.retention;

import io.vigie.events.Word;

/** On which side of a programme's comparison a customer stands, so that the effect of acting can be measured. */
public enum Group implements Word {
    TREATED,
    CONTROL
}

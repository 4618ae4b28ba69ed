package io.vigie.events.wire;

import io.vigie.events.Word;

/** By which way something came in, so that what was refused can be sent that way again once it is mended. */
public enum Via implements Word {
    SIGNALS,
    CUSTOMERS,
    SOURCE,
    IMPORT,
    SCORER
}

package io.vigie.events.customer;

import io.vigie.events.Word;

/** How a contract goes on at its end: by itself unless notice is given, or only with a yes. */
public enum Renewal implements Word {
    TACIT,
    EXPLICIT
}

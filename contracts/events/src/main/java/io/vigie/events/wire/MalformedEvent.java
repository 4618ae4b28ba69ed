package io.vigie.events.wire;

import org.jspecify.annotations.Nullable;

/** A record that cannot be read as the event it should be; whoever meets one keeps it and goes on. */
public final class MalformedEvent extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public MalformedEvent(String message) {
        this(message, null);
    }

    public MalformedEvent(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}

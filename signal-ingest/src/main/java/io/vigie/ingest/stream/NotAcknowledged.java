package io.vigie.ingest.stream;

import org.jspecify.annotations.Nullable;

/** The broker did not confirm everything in time: nothing may be promised, and sending again does no harm. */
public final class NotAcknowledged extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public NotAcknowledged(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}

package io.vigie.ingest.source;

import org.jspecify.annotations.Nullable;

/** A file, not one of its rows, that cannot be read on: its header is wrong, or it ends in the middle. */
public final class UnreadableFile extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UnreadableFile(String message) {
        this(message, null);
    }

    public UnreadableFile(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}

package io.vigie.scorer.stream;

/** What was told to every instance has not come back to this one in time; it may still take effect. */
public final class NotHeardYet extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotHeardYet(String what) {
        super(what + " was handed on, but is not heard of here yet");
    }
}

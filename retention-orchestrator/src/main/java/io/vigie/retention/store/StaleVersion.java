package io.vigie.retention.store;

/** Somebody changed it since it was looked at; nothing has changed. */
public final class StaleVersion extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StaleVersion(String what) {
        super("The " + what + " has changed since you looked at it; get it again and repeat what still holds.");
    }
}

package io.vigie.retention.casework;

/** Somebody asks of a task what its state does not allow. */
public final class IllegalMove extends RuntimeException {
    private static final long serialVersionUID = 1L;

    IllegalMove(String why) {
        super(why);
    }
}

package io.vigie.local.feeding;

/** A service did not answer as it should; its message says which, what it was asked, and what it said. */
public final class Unexpected extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public Unexpected(String message) {
        super(message);
    }
}

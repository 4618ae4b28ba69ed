package io.vigie.local.fleet;

/** The system could not be started or did not stay up; its message says what to do about it. */
public final class FleetFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    FleetFailure(String message) {
        super(message);
    }
}

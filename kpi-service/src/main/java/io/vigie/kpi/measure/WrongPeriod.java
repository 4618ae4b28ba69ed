package io.vigie.kpi.measure;

/** A period that cannot be measured; the message says how to mend it. */
public final class WrongPeriod extends RuntimeException {
    private static final long serialVersionUID = 1L;

    WrongPeriod(String message) {
        super(message);
    }
}

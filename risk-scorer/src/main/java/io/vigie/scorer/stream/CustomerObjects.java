package io.vigie.scorer.stream;

/** A customer objects to profiling, so there is no risk of theirs to tell. */
public final class CustomerObjects extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CustomerObjects() {
        super("the customer objects to profiling (GDPR 21), so no risk of theirs is worked out");
    }
}

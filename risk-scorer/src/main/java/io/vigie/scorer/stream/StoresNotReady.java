package io.vigie.scorer.stream;

/** The stores are being moved or restored; ask again in a moment. */
public final class StoresNotReady extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StoresNotReady() {
        super("the stores are being moved or restored");
    }

    StoresNotReady(Throwable cause) {
        super("the stores are being moved or restored", cause);
    }
}

package io.vigie.local.dataset;

/** A folder that is no history of a known kind; its message says which kinds there are and what is missing. */
public final class UnknownDataset extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnknownDataset(String message) {
        super(message);
    }
}

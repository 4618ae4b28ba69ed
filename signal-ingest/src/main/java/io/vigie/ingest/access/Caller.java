package io.vigie.ingest.access;

/** Who makes the request that is being served, as far as a key or a token tells. */
public interface Caller {
    /** Whether there is a key or a token at all. */
    boolean isKnown();

    boolean has(String scope);
}

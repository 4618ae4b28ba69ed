package io.vigie.ingest.store;

/** Shuts up what strangers sent for as long as it is kept, so that a copy of the database tells nobody of it. */
public interface AtRest {
    byte[] shut(byte[] plain);

    /** As it was; what was kept before anything was shut up stands open, and is given as it is. */
    byte[] opened(byte[] kept);
}

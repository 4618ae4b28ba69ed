package io.vigie.ingest.source;

/** Told of an import's progress, row by row. */
@FunctionalInterface
public interface Progress {
    /** Tells nobody. */
    Progress UNTOLD = _ -> {};

    /**
     * @param rows how many rows have been passed on, refused, gathered or skipped so far
     */
    void read(long rows);
}

package io.vigie.scorer.stream;

/** The state stores of the one processor, each partitioned by customer. */
final class StoreNames {
    /** Customer → where the watch on them stands. */
    static final String STANDINGS = "standings";
    /** (Customer, position) → entry: the contact history, and what a refold reads. */
    static final String TIMELINE = "timeline";
    /** (Customer, digest of source and id) → what was seen under that identity. */
    static final String SEEN = "seen";
    /** (Due instant, customer): the reviews to come, soonest first. */
    static final String REVIEWS = "reviews";
    /** (Probability as last told, customer), highest first. */
    static final String RANKING = "ranking";
    /** Counts, the partition's own time, ticks passed. */
    static final String PROGRESS = "progress";

    /** What models said of customers, and what came of it. */
    static final String TRACK = "track";

    private StoreNames() {}
}

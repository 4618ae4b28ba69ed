package io.vigie.scorer.stream;

import java.util.List;

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

    /** Those that hold anything of a customer: nothing of who is erased may be left in them. */
    static final List<String> BY_CUSTOMER = List.of(STANDINGS, TIMELINE, SEEN, REVIEWS, RANKING);

    private StoreNames() {}
}

package io.vigie.scorer.stream;

import io.vigie.scorer.watch.Standing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** Keeps standings, and beside them the two orders in which they are looked for: by next review, by risk. */
final class Agenda {
    private static final byte[] NOTHING = {};

    private final KeyValueStore<String, Standing> standings;
    private final KeyValueStore<Bytes, byte[]> reviews;
    private final KeyValueStore<Bytes, byte[]> ranking;

    /** No review stands before this key, so that what is not due yet costs no look into the store; null: none at all. */
    private @Nullable Bytes soonest = Keys.review(Instant.MIN, "");

    Agenda(
            KeyValueStore<String, Standing> standings,
            KeyValueStore<Bytes, byte[]> reviews,
            KeyValueStore<Bytes, byte[]> ranking) {
        this.standings = standings;
        this.reviews = reviews;
        this.ranking = ranking;
    }

    Standing of(String customer) {
        return Optional.ofNullable(standings.get(customer)).orElse(Standing.NEW);
    }

    void replace(String customer, Standing before, Standing after) {
        standings.put(customer, after);
        if (!before.nextReview().equals(after.nextReview())) {
            before.nextReview().ifPresent(due -> reviews.delete(Keys.review(due, customer)));
            after.nextReview().ifPresent(due -> put(Keys.review(due, customer)));
        }
        Optional<Bytes> oldRank = rank(customer, before);
        Optional<Bytes> newRank = rank(customer, after);
        if (!oldRank.equals(newRank)) {
            oldRank.ifPresent(ranking::delete);
            newRank.ifPresent(rank -> ranking.put(rank, NOTHING));
        }
    }

    /** Drops a customer from all three. */
    void forget(String customer, Standing before) {
        replace(customer, before, Standing.NEW);
        standings.delete(customer);
    }

    /** Customers whose review is due by an instant, soonest first. */
    List<String> due(Instant by, int atMost) {
        Bytes end = Keys.reviewsAfter(by);
        if (soonest == null || soonest.compareTo(end) >= 0) {
            return List.of();
        }
        List<String> due = new ArrayList<>();
        try (KeyValueIterator<Bytes, byte[]> next = reviews.range(soonest, null)) {
            while (next.hasNext() && due.size() < atMost && next.peekNextKey().compareTo(end) < 0) {
                due.add(Keys.customerOfReview(next.next().key));
            }
            if (due.isEmpty()) {
                soonest = next.hasNext() ? next.peekNextKey() : null;
            }
        }
        return due;
    }

    private void put(Bytes review) {
        reviews.put(review, NOTHING);
        if (soonest == null || review.compareTo(soonest) < 0) {
            soonest = review;
        }
    }

    private static Optional<Bytes> rank(String customer, Standing standing) {
        return standing.lastTold()
                .filter(told ->
                        standing.nextReview().isPresent() && !standing.profile().objects())
                .map(told -> Keys.rank(told.probability(), customer));
    }
}

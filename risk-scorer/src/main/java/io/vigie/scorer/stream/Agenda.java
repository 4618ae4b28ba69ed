package io.vigie.scorer.stream;

import io.vigie.scorer.watch.Standing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/** Keeps standings, and beside them the two orders in which they are looked for: by next review, by risk. */
final class Agenda {
    private static final byte[] NOTHING = {};

    private final KeyValueStore<String, Standing> standings;
    private final KeyValueStore<Bytes, byte[]> reviews;
    private final KeyValueStore<Bytes, byte[]> ranking;

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
            after.nextReview().ifPresent(due -> reviews.put(Keys.review(due, customer), NOTHING));
        }
        Optional<Bytes> oldRank = rank(customer, before);
        Optional<Bytes> newRank = rank(customer, after);
        if (!oldRank.equals(newRank)) {
            oldRank.ifPresent(ranking::delete);
            newRank.ifPresent(rank -> ranking.put(rank, NOTHING));
        }
    }

    /** Customers whose review is due by an instant, soonest first. */
    List<String> due(Instant by, int atMost) {
        List<String> due = new ArrayList<>();
        try (KeyValueIterator<Bytes, byte[]> soonest = reviews.range(null, Keys.reviewsAfter(by))) {
            while (soonest.hasNext() && due.size() < atMost) {
                due.add(Keys.customerOfReview(soonest.next().key));
            }
        }
        return due;
    }

    private static Optional<Bytes> rank(String customer, Standing standing) {
        return standing.lastTold()
                .filter(told -> standing.nextReview().isPresent())
                .map(told -> Keys.rank(told.probability(), customer));
    }
}

package io.vigie.scorer.stream;

import io.vigie.scorer.profile.Entry;
import io.vigie.scorer.profile.Profile;
import io.vigie.scorer.watch.Watch;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Keeps what is kept of a customer within bounds: the oldest entries become one, which stands for what they came to.
 *
 * <p>It looks after one entry in so many, told by its id, so that no count need be kept and a replay trims alike.
 */
final class Trimming {
    private static final int ONE_IN = 64;

    private final Watch watch;
    private final Timeline timeline;
    private final Seen seen;
    private final Keeping keeping;

    Trimming(Watch watch, Timeline timeline, Seen seen, Keeping keeping) {
        this.watch = watch;
        this.timeline = timeline;
        this.seen = seen;
        this.keeping = keeping;
    }

    void after(Entry entry) {
        if (Math.floorMod(entry.position().id().hashCode(), ONE_IN) == 0) {
            trim(entry.customer());
        }
    }

    void trim(String customer) {
        List<Entry> entries = timeline.of(customer);
        int drop = toDrop(entries);
        if (drop > 1) {
            List<Entry> dropped = entries.subList(0, drop);
            Profile then = watch.fold(dropped);
            dropped.forEach(timeline::delete);
            timeline.put(new Entry.Earlier(customer, then));
            keeping.droppedEntries(drop - 1);
        }
        keeping.identities()
                .ifPresent(age -> keeping.droppedIdentities(
                        seen.forgetBefore(customer, entries.getLast().time().minus(age))));
    }

    /** Never between two of the same instant, of which the horizon could not say on which side they are. */
    private int toDrop(List<Entry> entries) {
        int drop = Math.max(0, entries.size() - keeping.entries());
        Instant oldest = oldest(entries.getLast().time());
        while (drop < entries.size() - 1 && entries.get(drop).time().isBefore(oldest)) {
            drop++;
        }
        while (drop > 0
                && drop < entries.size()
                && entries.get(drop).time().equals(entries.get(drop - 1).time())) {
            drop--;
        }
        return drop;
    }

    private Instant oldest(Instant newest) {
        return keeping.age().compareTo(Duration.between(Instant.MIN, newest)) > 0
                ? Instant.MIN
                : newest.minus(keeping.age());
    }
}

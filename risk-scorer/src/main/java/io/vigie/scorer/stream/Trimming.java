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
 * <p>It looks after one entry in so many, told by its id, so that no count need be kept and a replay trims alike: often
 * whether the oldest is too old, which one key tells; more seldom whether there are too many, for which all are read.
 */
final class Trimming {
    private static final int AGE_AFTER_ONE_IN = 64;
    private static final int NUMBER_AFTER_ONE_IN = 1_024;

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
        int drawn = entry.position().id().hashCode();
        if (Math.floorMod(drawn, numberAfterOneIn()) == 0
                || (Math.floorMod(drawn, AGE_AFTER_ONE_IN) == 0 && holdsTooOld(entry))) {
            trim(entry.customer());
        }
    }

    /** Few more are kept than should be: a quarter, on average. */
    private int numberAfterOneIn() {
        return Math.clamp(keeping.entries() / 4, 1, NUMBER_AFTER_ONE_IN);
    }

    private boolean holdsTooOld(Entry newest) {
        Duration shortest = keeping.identities()
                .filter(age -> age.compareTo(keeping.age()) < 0)
                .orElse(keeping.age());
        return timeline.begins(newest.customer()).isBefore(before(newest.time(), shortest));
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
        Instant oldest = before(entries.getLast().time(), keeping.age());
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

    private static Instant before(Instant newest, Duration age) {
        return age.compareTo(Duration.between(Instant.MIN, newest)) > 0 ? Instant.MIN : newest.minus(age);
    }
}

package io.vigie.scorer.stream;

import io.vigie.scorer.profile.Entry;
import io.vigie.scorer.watch.Standing;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.common.utils.Bytes;

/** Lets in what is new, once; counts what came before, and reports what contradicts it or comes too late. */
final class Admission {
    private final Seen seen;
    private final Timeline timeline;
    private final Progress progress;
    private final Outlet outlet;

    Admission(Seen seen, Timeline timeline, Progress progress, Outlet outlet) {
        this.seen = seen;
        this.timeline = timeline;
        this.progress = progress;
        this.outlet = outlet;
    }

    /** Lets in an entry that counts; what it replaces is gone from the timeline then. */
    Optional<Admitted> lets(Entry entry, byte[] content, Standing before) {
        return before.profile().precedes(entry) ? ifNew(entry, content) : lateComes(entry, content);
    }

    /** Puts everything back as if an entry had never come, so that it counts as new when it is sent again. */
    void takeBack(Admitted admitted) {
        seen.takeBack(admitted.entry(), admitted.verdict());
        timeline.delete(admitted.entry());
        admitted.replaced().ifPresent(timeline::put);
        if (admitted.verdict() instanceof Seen.Verdict.New && admitted.entry() instanceof Entry.Happened) {
            progress.countBack(Progress.PROCESSED);
        }
        progress.count(Progress.REFUSED);
    }

    /** What is dropped from the timeline is part of a sum: nothing can be put among it, and nothing taken out. */
    private Optional<Admitted> lateComes(Entry entry, byte[] content) {
        Optional<Instant> horizon =
                timeline.horizon(entry.customer()).filter(until -> !entry.time().isAfter(until));
        boolean remembered = seen.remembers(entry);
        if (horizon.isEmpty() && (remembered || !timeline.holds(entry))) {
            return ifNew(entry, content);
        }
        if (remembered || timeline.holds(entry)) {
            countAgain(entry);
        } else {
            progress.count(Progress.REFUSED);
            outlet.beforeTheTimeline(entry, content, horizon.orElseThrow());
        }
        return Optional.empty();
    }

    private Optional<Admitted> ifNew(Entry entry, byte[] content) {
        Seen.Verdict verdict = seen.meet(entry, content);
        return switch (verdict) {
            case Seen.Verdict.New() -> {
                count(entry, Progress.PROCESSED);
                yield Optional.of(new Admitted(entry, verdict, Optional.empty()));
            }
            case Seen.Verdict.Again() -> {
                countAgain(entry);
                yield Optional.empty();
            }
            case Seen.Verdict.Contradicts() -> {
                countAgain(entry);
                outlet.contradicts(entry, content);
                yield Optional.empty();
            }
            case Seen.Verdict.Replaces(Bytes line, Bytes _) -> {
                countAgain(entry);
                outlet.contradicts(entry, content);
                yield Optional.of(new Admitted(entry, verdict, timeline.delete(line)));
            }
        };
    }

    private void countAgain(Entry entry) {
        count(entry, Progress.DUPLICATES);
    }

    /** Only signals are counted: ingest counts rows of signals, and both must agree. */
    private void count(Entry entry, String what) {
        if (entry instanceof Entry.Happened) {
            progress.count(what);
        }
    }
}

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

    /** Whether an entry is to be taken in; what it replaces is gone from the timeline then. */
    boolean lets(Entry entry, byte[] content, Standing before) {
        return before.profile().precedes(entry) ? isNew(entry, content) : lateComes(entry, content);
    }

    /** What is dropped from the timeline is part of a sum: nothing can be put among it, and nothing taken out. */
    private boolean lateComes(Entry entry, byte[] content) {
        Optional<Instant> horizon =
                timeline.horizon(entry.customer()).filter(until -> !entry.time().isAfter(until));
        boolean remembered = seen.remembers(entry);
        if (horizon.isEmpty() && (remembered || !timeline.holds(entry))) {
            return isNew(entry, content);
        }
        if (remembered || timeline.holds(entry)) {
            countAgain(entry);
        } else {
            progress.count(Progress.REFUSED);
            outlet.beforeTheTimeline(entry, content, horizon.orElseThrow());
        }
        return false;
    }

    private boolean isNew(Entry entry, byte[] content) {
        return switch (seen.meet(entry, content)) {
            case Seen.Verdict.New() -> {
                count(entry, Progress.PROCESSED);
                yield true;
            }
            case Seen.Verdict.Again() -> {
                countAgain(entry);
                yield false;
            }
            case Seen.Verdict.Contradicts() -> {
                countAgain(entry);
                outlet.contradicts(entry, content);
                yield false;
            }
            case Seen.Verdict.Replaces(Bytes line) -> {
                countAgain(entry);
                outlet.contradicts(entry, content);
                timeline.delete(line);
                yield true;
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

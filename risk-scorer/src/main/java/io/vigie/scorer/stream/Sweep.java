package io.vigie.scorer.stream;

import io.vigie.scorer.model.Basis;
import io.vigie.scorer.watch.Standing;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongSupplier;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/** Goes through all customers of a partition, some at a time, after the model or what it rests on has changed. */
final class Sweep {
    private final KeyValueStore<String, Standing> standings;
    private final Progress progress;
    private final LongSupplier version;
    private final long basis;
    private final int atOnce;
    private long underway;

    /** Where nobody was known at the start, whoever came since came by what held then. */
    private OptionalLong fresh;

    private Optional<String> reached = Optional.empty();

    /**
     * @param basis of all that is kept; where it differs, profiles are folded anew
     */
    Sweep(KeyValueStore<String, Standing> standings, Progress progress, Pace pace, Basis basis) {
        this.standings = standings;
        this.progress = progress;
        this.version = () -> pace.version().getAsLong() + basis.digest();
        this.basis = basis.digest();
        this.atOnce = pace.aSecond();
        this.underway = progress.swept();
        this.fresh = progress.customers() == 0 ? OptionalLong.of(this.version.getAsLong()) : OptionalLong.empty();
    }

    /**
     * Some to look at again.
     *
     * @param refold whether their timelines come to another profile by now
     */
    record Turn(List<String> customers, boolean refold) {
        static final Turn NOBODY = new Turn(List.of(), false);
    }

    /** The next customers to look at again; none where all have been since the model changed. */
    Turn next() {
        long now = version.getAsLong();
        fresh.ifPresent(then -> progress.sweptFor(then, basis));
        fresh = OptionalLong.empty();
        if (now == progress.swept()) {
            return Turn.NOBODY;
        }
        if (now != underway) {
            underway = now;
            reached = Optional.empty();
        }
        Turn turn = new Turn(after(reached), progress.folded() != basis);
        if (turn.customers().size() < atOnce) {
            progress.sweptFor(now, basis);
        } else {
            reached = Optional.of(turn.customers().getLast());
        }
        return turn;
    }

    private List<String> after(Optional<String> last) {
        List<String> customers = new ArrayList<>();
        try (KeyValueIterator<String, Standing> all =
                last.map(from -> standings.range(from + '\0', null)).orElseGet(standings::all)) {
            while (all.hasNext() && customers.size() < atOnce) {
                customers.add(all.next().key);
            }
        }
        return customers;
    }
}

package io.vigie.scorer.stream;

import io.vigie.scorer.watch.Standing;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/** Goes through all customers of a partition, some at a time, after the model has changed. */
final class Sweep {
    private final KeyValueStore<String, Standing> standings;
    private final Progress progress;
    private final LongSupplier version;
    private final int atOnce;
    private long underway;
    private Optional<String> reached = Optional.empty();

    /**
     * @param version of the model in use
     * @param atOnce how many customers are handed out at a time
     */
    Sweep(KeyValueStore<String, Standing> standings, Progress progress, LongSupplier version, int atOnce) {
        this.standings = standings;
        this.progress = progress;
        this.version = version;
        this.atOnce = atOnce;
        this.underway = progress.swept();
    }

    /** The next customers to look at again; none where all have been since the model changed. */
    List<String> next() {
        long now = version.getAsLong();
        if (now == progress.swept()) {
            return List.of();
        }
        if (now != underway) {
            underway = now;
            reached = Optional.empty();
        }
        List<String> customers = after(reached);
        if (customers.size() < atOnce) {
            progress.sweptFor(now);
        } else {
            reached = Optional.of(customers.getLast());
        }
        return customers;
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

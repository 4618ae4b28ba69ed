package io.vigie.scorer.stream;

import io.vigie.events.risk.RiskAssessed;
import io.vigie.events.wire.Topic;
import io.vigie.scorer.ScorerSettings;
import io.vigie.scorer.profile.Entry;
import io.vigie.scorer.profile.Profile;
import io.vigie.scorer.watch.Standing;
import io.vigie.scorer.watch.Watch;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueIterator;

/** Answers from the stores of this instance. */
@ApplicationScoped
public class Questions {
    private final Stores stores;
    private final Whereabouts whereabouts;
    private final Watch watch;
    private final Clock clock;
    private final ScorerSettings settings;

    Questions(Stores stores, Whereabouts whereabouts, Watch watch, Clock clock, ScorerSettings settings) {
        this.stores = stores;
        this.whereabouts = whereabouts;
        this.watch = watch;
        this.clock = clock;
        this.settings = settings;
    }

    /**
     * The risk of a customer kept here, now or as of an instant; empty where nothing is known of them by then.
     *
     * @throws CustomerObjects when they object to profiling now, or did then
     */
    public Optional<RiskAssessed> risk(String customer, Optional<Instant> at) {
        Optional<Standing> standing = standing(customer);
        if (standing.filter(now -> now.profile().objects()).isPresent()) {
            throw new CustomerObjects();
        }
        Optional<RiskAssessed> risk =
                standing.flatMap(now -> at.map(instant -> watch.assessAsOf(timeline(customer), customer, instant))
                        .orElseGet(() -> Optional.of(watch.assess(now, customer, now(), clock.instant()))));
        if (risk.filter(then -> then.decisionInput().objection()).isPresent()) {
            throw new CustomerObjects();
        }
        return risk;
    }

    /** What a customer kept here comes to; of one who is not known, nothing. */
    public Profile profile(String customer) {
        return standing(customer).map(Standing::profile).orElse(Profile.EMPTY);
    }

    Optional<Standing> standing(String customer) {
        return stores.<String, Standing, Standing>of(
                customer, StoreNames.STANDINGS, standings -> Optional.ofNullable(standings.get(customer)));
    }

    /** Everything that is known of a customer kept here, oldest first. */
    public List<Entry> timeline(String customer) {
        return stores.<Bytes, Entry, List<Entry>>of(
                        customer, StoreNames.TIMELINE, timeline -> Optional.of(Timeline.of(customer, timeline))
                                .filter(entries -> !entries.isEmpty()))
                .orElse(List.of());
    }

    /** Whether this instance keeps the first partition, so that of several one does what is to be done once. */
    public boolean keepsFirstPartition() {
        return whereabouts.keepsFirstPartition();
    }

    /** What this instance's partitions counted. */
    public Map<String, Long> counts() {
        Map<String, Long> counts = new LinkedHashMap<>();
        Stream.of(Progress.PROCESSED, Progress.DUPLICATES, Progress.REFUSED, Progress.CUSTOMERS)
                .forEach(what -> counts.put(what, sum(what)));
        return counts;
    }

    /** Through how many of this instance's partitions a replay's closing tick has passed. */
    public long passed(String run) {
        return rows(Progress.tick(run)).count();
    }

    /** How many partitions there are in all. */
    public int partitions() {
        return Topic.PARTITIONS;
    }

    /** The instant that answers are as of: the wall clock's, or in a replay the latest seen. */
    public Instant now() {
        return settings.mode() == ScorerSettings.Mode.LIVE
                ? clock.instant()
                : rows(Progress.NOW)
                        .map(Instant::ofEpochMilli)
                        .max(Instant::compareTo)
                        .orElse(Instant.EPOCH);
    }

    private long sum(String what) {
        return rows(what).mapToLong(Long::longValue).sum();
    }

    /** One row from each partition kept here: a look by key would give that of one partition only. */
    private Stream<Long> rows(String key) {
        return stores
                .<String, Long, List<Long>>own(StoreNames.PROGRESS, progress -> {
                    List<Long> values = new ArrayList<>();
                    try (KeyValueIterator<String, Long> rows = progress.range(key, key)) {
                        rows.forEachRemaining(row -> values.add(row.value));
                    }
                    return values;
                })
                .stream();
    }
}

package io.vigie.scorer.stream;

import io.vigie.events.risk.RiskAssessed;
import io.vigie.events.wire.Topic;
import io.vigie.scorer.ScorerSettings;
import io.vigie.scorer.profile.Entry;
import io.vigie.scorer.watch.Standing;
import io.vigie.scorer.watch.Watch;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KeyQueryMetadata;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.HostInfo;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/** Answers from the stores of this instance, and says which other instances to ask. */
@ApplicationScoped
public class Questions {
    private final KafkaStreams streams;
    private final Watch watch;
    private final Clock clock;
    private final ScorerSettings settings;

    Questions(KafkaStreams streams, Watch watch, Clock clock, ScorerSettings settings) {
        this.streams = streams;
        this.watch = watch;
        this.clock = clock;
        this.settings = settings;
    }

    /**
     * The instance that keeps a customer.
     *
     * @throws StoresNotReady while partitions move
     */
    public Instance hostOf(String customer) {
        KeyQueryMetadata where = whileStoresStay(
                () -> streams.queryMetadataForKey(StoreNames.STANDINGS, customer, new StringSerializer()));
        if (where == null || where.activeHost().host().equals("unavailable")) {
            throw new StoresNotReady();
        }
        return instance(where.activeHost());
    }

    /** All instances that keep anything. */
    public List<Instance> hosts() {
        return whileStoresStay(() -> streams.streamsMetadataForStore(StoreNames.STANDINGS)).stream()
                .filter(instance -> !instance.stateStoreNames().isEmpty())
                .map(instance -> instance(instance.hostInfo()))
                .toList();
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

    private Optional<Standing> standing(String customer) {
        return Optional.ofNullable(whileStoresStay(
                () -> this.<String, Standing>store(StoreNames.STANDINGS).get(customer)));
    }

    /** Everything that is known of a customer kept here, oldest first. */
    public List<Entry> timeline(String customer) {
        return whileStoresStay(() -> WatchProcessor.entries(store(StoreNames.TIMELINE), customer));
    }

    /** The customers kept here most likely to leave, by their probability as last told, highest first. */
    public List<RiskAssessed> mostAtRisk(int limit) {
        return whileStoresStay(this::ranks).stream()
                .sorted()
                .limit(limit)
                .flatMap(rank -> rankedRisk(Keys.customerOfRank(rank)).stream())
                .sorted(BY_PROBABILITY)
                .toList();
    }

    /** Who objects, or is erased, between the ranking and this look is on it no more. */
    private Optional<RiskAssessed> rankedRisk(String customer) {
        return standing(customer)
                .filter(standing -> !standing.profile().objects())
                .map(standing -> watch.assess(standing, customer, now(), clock.instant()));
    }

    /** Highest probability first, then by customer. */
    public static final Comparator<RiskAssessed> BY_PROBABILITY =
            Comparator.comparingDouble(RiskAssessed::probability).reversed().thenComparing(RiskAssessed::customer);

    /** Whether this instance keeps the first partition, so that of several one does what is to be done once. */
    public boolean keepsFirstPartition() {
        return streams.metadataForLocalThreads().stream()
                .flatMap(thread -> thread.activeTasks().stream())
                .anyMatch(task -> task.taskId().partition() == 0);
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

    private static Instance instance(HostInfo host) {
        return new Instance(host.host(), host.port());
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

    private List<Bytes> ranks() {
        List<Bytes> ranks = new ArrayList<>();
        try (KeyValueIterator<Bytes, byte[]> highest =
                this.<Bytes, byte[]>store(StoreNames.RANKING).all()) {
            highest.forEachRemaining(rank -> ranks.add(rank.key));
        }
        return ranks;
    }

    /** One row from each partition kept here: a look by key would give that of one partition only. */
    private Stream<Long> rows(String key) {
        return whileStoresStay(() -> {
                    List<Long> values = new ArrayList<>();
                    ReadOnlyKeyValueStore<String, Long> progress = store(StoreNames.PROGRESS);
                    try (KeyValueIterator<String, Long> rows = progress.range(key, key)) {
                        rows.forEachRemaining(row -> values.add(row.value));
                    }
                    return values;
                })
                .stream();
    }

    private <K, V> ReadOnlyKeyValueStore<K, V> store(String name) {
        return streams.store(StoreQueryParameters.fromNameAndType(name, QueryableStoreTypes.keyValueStore()));
    }

    /** Stores may move away between any two looks; whoever asks is told to come back, wherever it happened. */
    private static <T> T whileStoresStay(Supplier<T> answer) {
        try {
            return answer.get();
        } catch (InvalidStateStoreException | IllegalStateException e) {
            throw new StoresNotReady(e);
        }
    }
}

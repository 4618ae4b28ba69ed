package io.vigie.scorer.stream;

import static io.vigie.scorer.stream.Stores.whileStoresStay;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KeyQueryMetadata;
import org.apache.kafka.streams.state.HostInfo;

/** Knows which instance keeps whom. */
@ApplicationScoped
public class Whereabouts {
    private static final StringSerializer KEY = new StringSerializer();

    private final KafkaStreams streams;

    Whereabouts(KafkaStreams streams) {
        this.streams = streams;
    }

    /**
     * The instances that can tell of a customer: first the one that keeps them, then those with a copy.
     *
     * @throws StoresNotReady while nobody keeps them
     */
    public List<Instance> keepersOf(String customer) {
        KeyQueryMetadata where = metadata(customer);
        return Stream.concat(Stream.of(where.activeHost()), where.standbyHosts().stream())
                .map(Whereabouts::instance)
                .toList();
    }

    /** All instances that keep anything. */
    public List<Instance> instances() {
        return whileStoresStay(() -> streams.streamsMetadataForStore(StoreNames.STANDINGS)).stream()
                .filter(instance -> !instance.stateStoreNames().isEmpty())
                .map(instance -> instance(instance.hostInfo()))
                .toList();
    }

    /** Whether this instance keeps the first partition, so that of several one does what is to be done once. */
    public boolean keepsFirstPartition() {
        return ownPartitions().contains(0);
    }

    /** The partitions that are this instance's own. */
    Set<Integer> ownPartitions() {
        return streams.metadataForLocalThreads().stream()
                .flatMap(thread -> thread.activeTasks().stream())
                .map(task -> task.taskId().partition())
                .collect(Collectors.toSet());
    }

    int partitionOf(String customer) {
        return metadata(customer).partition();
    }

    private KeyQueryMetadata metadata(String customer) {
        KeyQueryMetadata where =
                whileStoresStay(() -> streams.queryMetadataForKey(StoreNames.STANDINGS, customer, KEY));
        if (where == null || where.equals(KeyQueryMetadata.NOT_AVAILABLE)) {
            throw new StoresNotReady();
        }
        return where;
    }

    private static Instance instance(HostInfo host) {
        return new Instance(host.host(), host.port());
    }
}

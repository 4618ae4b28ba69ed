package io.vigie.local.bench;

import io.vigie.local.fleet.Fleet;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** Waits until a group has done, and committed, all up to given ends: the same yardstick for whoever is measured. */
final class Committed implements AutoCloseable {
    private final Admin admin;
    private final Fleet fleet;

    Committed(Fleet fleet) {
        this.fleet = fleet;
        this.admin = Admin.create(Map.of("bootstrap.servers", fleet.kafka()));
    }

    void await(String group, Map<TopicPartition, Long> ends) {
        try {
            while (!reached(of(group), ends)) {
                fleet.mustBeAlive();
                Pause.aMoment();
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while measuring", hurried);
        }
    }

    private Map<TopicPartition, OffsetAndMetadata> of(String group) throws InterruptedException {
        try {
            return admin.listConsumerGroupOffsets(group)
                    .partitionsToOffsetAndMetadata()
                    .get();
        } catch (ExecutionException failed) {
            throw new IllegalStateException("the broker does not tell how far " + group + " is", failed.getCause());
        }
    }

    private static boolean reached(Map<TopicPartition, OffsetAndMetadata> committed, Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream()
                .allMatch(end -> committed.containsKey(end.getKey())
                        && committed.get(end.getKey()).offset() >= end.getValue());
    }

    @Override
    public void close() {
        admin.close();
    }
}

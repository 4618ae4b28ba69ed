package io.vigie.events.wire;

import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.errors.TopicExistsException;

/** Creates the topics of a prefix where they are missing; every service does so at its start, in any order. */
public final class Topics {
    private Topics() {}

    /**
     * @param clientSettings how to reach the broker ({@code bootstrap.servers} and security)
     * @throws IllegalStateException when the broker refuses
     */
    public static void create(Map<String, Object> clientSettings, String prefix, short replicas)
            throws InterruptedException {
        try (Admin admin = Admin.create(clientSettings)) {
            for (var creating : admin.createTopics(Arrays.stream(Topic.values())
                            .map(topic -> topic.asNew(prefix, replicas))
                            .toList())
                    .values()
                    .values()) {
                awaitOrExisting(creating);
            }
        }
    }

    private static void awaitOrExisting(org.apache.kafka.common.KafkaFuture<Void> creating)
            throws InterruptedException {
        try {
            creating.get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw new IllegalStateException(
                        "cannot create the topics: " + e.getCause().getMessage(), e);
            }
        }
    }
}

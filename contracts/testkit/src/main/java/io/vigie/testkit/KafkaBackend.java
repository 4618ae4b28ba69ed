package io.vigie.testkit;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.TopicExistsException;

/** The broker that tests share; topics are never created by being used. */
public record KafkaBackend(String bootstrapServers) {
    /** Creates the topics that are not there yet. */
    public void createTopics(int partitions, String... topics) {
        List<NewTopic> wanted = Stream.of(topics)
                .map(topic -> new NewTopic(topic, partitions, (short) 1))
                .toList();
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            admin.createTopics(wanted).values().forEach(KafkaBackend::awaitCreated);
        }
    }

    private static void awaitCreated(String topic, KafkaFuture<Void> created) {
        try {
            created.toCompletionStage().toCompletableFuture().join();
        } catch (CompletionException refused) {
            if (!(refused.getCause() instanceof TopicExistsException)) {
                throw new IllegalStateException("the topic " + topic + " could not be created", refused.getCause());
            }
        }
    }
}

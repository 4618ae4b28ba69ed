package io.vigie.ingest.stream;

import io.vigie.events.wire.Topic;
import io.vigie.ingest.IngestSettings;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;

/** Tells whether all that was heard of customers is noted, whichever instance notes it: before, nobody counts as silent. */
@ApplicationScoped
public class ContactsNoted {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);
    private static final OffsetAndMetadata NOTHING = new OffsetAndMetadata(0);

    private final Broker broker;
    private final IngestSettings settings;

    ContactsNoted(Broker broker, IngestSettings settings) {
        this.broker = broker;
        this.settings = settings;
    }

    /** Waits a while for what stands on the topics now; false where that is not enough, or the broker does not answer. */
    public boolean upToNow() {
        try (Admin admin = Admin.create(broker.settings())) {
            Map<TopicPartition, Long> ends = ends(admin);
            long patience = System.nanoTime() + PATIENCE.toNanos();
            while (!passed(noted(admin), ends)) {
                if (System.nanoTime() > patience) {
                    return false;
                }
                Thread.sleep(BETWEEN_LOOKS);
            }
            return true;
        } catch (ExecutionException silent) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private Map<TopicPartition, Long> ends(Admin admin) throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetSpec> asked = Stream.of(Topic.SIGNALS, Topic.RETENTION)
                .flatMap(topic -> IntStream.range(0, Topic.PARTITIONS)
                        .mapToObj(partition -> new TopicPartition(topic.under(settings.prefix()), partition)))
                .collect(Collectors.toMap(Function.identity(), _ -> OffsetSpec.latest()));
        return admin
                .listOffsets(asked, new ListOffsetsOptions(IsolationLevel.READ_COMMITTED))
                .all()
                .get()
                .entrySet()
                .stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, end -> end.getValue().offset()));
    }

    private Map<TopicPartition, OffsetAndMetadata> noted(Admin admin) throws ExecutionException, InterruptedException {
        return admin.listConsumerGroupOffsets(ContactInbox.group(settings))
                .partitionsToOffsetAndMetadata()
                .get();
    }

    /** Each partition; one of which nothing is noted has passed if nothing was there. */
    static boolean passed(Map<TopicPartition, OffsetAndMetadata> noted, Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream()
                .allMatch(end -> noted.getOrDefault(end.getKey(), NOTHING).offset() >= end.getValue());
    }
}

package io.vigie.ingest.stream;

import com.fasterxml.jackson.databind.JsonNode;
import io.vigie.events.wire.Topic;
import io.vigie.events.wire.Topics;
import io.vigie.ingest.IngestSettings;
import io.vigie.privacy.PersonalData;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.Config;

/** The connection to Kafka: all that is set under {@code kafka.}, and what a kept promise needs. */
@ApplicationScoped
class Broker {
    private static final String PREFIX = "kafka.";
    /** A partition's batch costs the broker the same whether one event is in it or twenty. */
    private static final int GATHERED_FOR_MILLIS = 10;

    private static final int LARGEST_BATCH = 64 << 10;

    private static final int MOST_READ_AT_ONCE = 5_000;
    /** Or half a second's worth: whoever asks for each record as it comes costs the broker more than they take. */
    private static final int WORTH_FETCHING = 256 << 10;

    /** A database that is away for long must not cost us our partitions. */
    private static final Duration LONGEST_OUTAGE = Duration.ofMinutes(15);

    private final Map<String, Object> settings;
    private final IngestSettings ingest;
    private final KafkaProducer<String, byte[]> producer;

    Broker(Config config, IngestSettings ingest) {
        this.settings = under(config);
        this.ingest = ingest;
        NativeCompression.load();
        this.producer = producer(settings, ingest.ackTimeout());
    }

    void createTopics() throws InterruptedException {
        Topics.create(settings, ingest.prefix(), ingest.topicReplicas());
        TopicSettings.of(ingest.keep()).set(settings, ingest.prefix());
    }

    Map<String, Object> settings() {
        return settings;
    }

    /** Reads contacts from the beginning on, what is committed alone. */
    Consumer<String, JsonNode> consumer(String group) {
        Map<String, Object> all = new HashMap<>(settings);
        all.put(ConsumerConfig.GROUP_ID_CONFIG, group);
        all.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        all.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        all.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        all.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        all.put(ConsumerConfig.FETCH_MIN_BYTES_CONFIG, WORTH_FETCHING);
        all.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, MOST_READ_AT_ONCE);
        all.put(ConsumerConfig.MAX_POLL_INTERVAL_MS_CONFIG, (int) LONGEST_OUTAGE.toMillis());
        return new KafkaConsumer<>(all, new StringDeserializer(), new ContractTerms());
    }

    @Produces
    @Singleton
    Publisher publisher(PersonalData personal, Customers customers, RefusedSeal seal) {
        return new Publisher(
                producer, ingest.prefix(), ingest.ackTimeout(), new Preparation(personal, customers, seal::shut));
    }

    @PreDestroy
    void close() {
        producer.close(Duration.ofSeconds(5));
    }

    static KafkaProducer<String, byte[]> producer(Map<String, Object> settings, Duration patience) {
        Map<String, Object> all = new HashMap<>();
        all.put(ProducerConfig.LINGER_MS_CONFIG, GATHERED_FOR_MILLIS);
        all.put(ProducerConfig.BATCH_SIZE_CONFIG, LARGEST_BATCH);
        all.putAll(settings);
        all.put(ProducerConfig.ACKS_CONFIG, "all");
        all.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        all.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        all.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, Topic.SIGNALS_REFUSED.largestRecord());
        all.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, patience.toMillis());
        all.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) patience.toMillis());
        all.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, (int)
                patience.multipliedBy(3).toMillis());
        return new KafkaProducer<>(all, new StringSerializer(), new ByteArraySerializer());
    }

    private static Map<String, Object> under(Config config) {
        Map<String, Object> found = new HashMap<>();
        StreamSupport.stream(config.getPropertyNames().spliterator(), false)
                .filter(name -> name.startsWith(PREFIX))
                .forEach(name -> config.getOptionalValue(name, String.class)
                        .ifPresent(value -> found.put(name.substring(PREFIX.length()), value)));
        return found;
    }
}

package io.vigie.scorer.stream;

import io.vigie.events.model.ModelAdmitted;
import io.vigie.events.model.ModelDropped;
import io.vigie.events.model.ModelPromoted;
import io.vigie.events.model.SilenceFitted;
import io.vigie.events.model.SilenceTakenBack;
import io.vigie.events.wire.EventCodec;
import io.vigie.events.wire.MalformedEvent;
import io.vigie.events.wire.Topic;
import io.vigie.scorer.ScorerSettings;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Hears of every model that any instance fits: all partitions, from the beginning, for as long as this one runs. */
@ApplicationScoped
class ModelFeed {
    private static final Logger LOG = Logger.getLogger(ModelFeed.class);
    private static final int LARGEST = 64 << 20;
    private static final Duration WAIT = Duration.ofMillis(500);

    private final SilenceInUse silence;
    private final ModelsInUse models;
    private final boolean fittedSilence;
    private final String topic;
    private final KafkaConsumer<String, byte[]> consumer;
    private final Thread thread = Thread.ofPlatform().name("models").daemon().unstarted(this::listen);

    ModelFeed(
            SilenceInUse silence,
            ModelsInUse models,
            ScorerSettings settings,
            @ConfigProperty(name = "kafka.bootstrap.servers") String brokers) {
        this.silence = silence;
        this.models = models;
        this.fittedSilence = settings.silence().fromFits(settings.mode());
        this.topic = Topic.MODELS.under(settings.prefix());
        this.consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", brokers, "isolation.level", "read_committed"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
    }

    /** Takes all that is told so far before it returns, so that nothing is scored by parameters long replaced. */
    void start() {
        List<TopicPartition> partitions = IntStream.range(0, Topic.PARTITIONS)
                .mapToObj(partition -> new TopicPartition(topic, partition))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        while (partitions.stream().anyMatch(one -> consumer.position(one) < ends.get(one))) {
            consumer.poll(WAIT).forEach(this::hear);
        }
        thread.start();
    }

    /** Tells every instance, this one included; returns once the broker has it all. */
    static void send(String brokers, List<ProducerRecord<String, byte[]>> records) {
        try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers",
                        brokers,
                        "acks",
                        "all",
                        // trees are long and compress well; the broker's limit is on what is left of them
                        "compression.type",
                        "zstd",
                        "max.request.size",
                        LARGEST),
                new StringSerializer(),
                new ByteArraySerializer())) {
            for (Future<?> sent : records.stream().map(producer::send).toList()) {
                sent.get();
            }
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RecordTooLargeException) {
                throw new IllegalArgumentException(
                        "the model is too large for the broker: learn with fewer or smaller trees, or raise"
                                + " max.message.bytes of the topic of models",
                        e.getCause());
            }
            throw new IllegalStateException("the broker did not take the models", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while models were handed over", e);
        }
    }

    @PreDestroy
    void stop() throws InterruptedException {
        consumer.wakeup();
        thread.join(Duration.ofSeconds(5));
    }

    private void listen() {
        try (consumer) {
            while (!Thread.currentThread().isInterrupted()) {
                listenOn();
            }
        } catch (WakeupException stopped) {
            LOG.debug("no longer listening for models");
        }
    }

    /** What fails once must not make this instance deaf to every later promotion. */
    private void listenOn() {
        try {
            consumer.poll(WAIT).forEach(this::hear);
        } catch (WakeupException stopped) {
            throw stopped;
        } catch (KafkaException e) {
            LOG.warn("the topic of models cannot be read, it is tried again; what was in use stays", e);
            LockSupport.parkNanos(WAIT.toNanos());
        }
    }

    private void hear(ConsumerRecord<String, byte[]> record) {
        if (record.value() == null) {
            forget(record.key());
            return;
        }
        try {
            switch (EventCodec.read(record).data()) {
                case SilenceFitted fitted -> hearSilence(record.key(), Optional.of(fitted));
                case SilenceTakenBack back -> silence.heard(back);
                case ModelAdmitted admitted -> models.heard(admitted);
                case ModelPromoted promoted -> models.heard(promoted);
                case ModelDropped dropped -> models.heard(dropped);
                default -> LOG.warnf("%s on %s is nothing to go by", record.key(), topic);
            }
        } catch (MalformedEvent e) {
            LOG.warnf("a model on %s is left out, what was in use stays: %s", topic, e.getMessage());
        } catch (RuntimeException | LinkageError e) {
            LOG.errorf(e, "%s on %s cannot be used here, what was in use stays", record.key(), topic);
        }
    }

    /** The file of a model that was dropped is gone here since that was heard. */
    private void forget(String key) {
        if (!key.startsWith(ModelAdmitted.key(""))) {
            hearSilence(key, Optional.empty());
        }
    }

    private void hearSilence(String key, Optional<SilenceFitted> fitted) {
        if (fittedSilence || key.equals(SilenceTakenBack.KEY)) {
            silence.heard(key, fitted);
        }
    }
}

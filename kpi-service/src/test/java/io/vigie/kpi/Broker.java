package io.vigie.kpi;

import io.vigie.events.wire.EventCodec;
import io.vigie.events.wire.Tick;
import io.vigie.events.wire.Topic;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Stands for the services that write the topics. */
@ApplicationScoped
public class Broker {
    private static final List<Topic> READ = List.of(Topic.SIGNALS, Topic.RISK, Topic.RETENTION);

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String servers;

    @ConfigProperty(name = "vigie.prefix")
    String prefix;

    public String topic(Topic topic) {
        return topic.under(prefix);
    }

    public void publish(List<History.Sent> events) {
        send(events.stream()
                .map(record -> EventCodec.record(topic(record.topic()), record.event()))
                .toList());
    }

    /** The closing tick in every partition of every topic read. */
    public void tick(String run, Instant time) {
        for (Topic topic : READ) {
            send(IntStream.range(0, Topic.PARTITIONS)
                    .mapToObj(partition -> EventCodec.record(topic(topic), "/test", new Tick(run, partition, time)))
                    .toList());
        }
    }

    public void send(List<ProducerRecord<String, byte[]>> records) {
        try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", servers), new StringSerializer(), new ByteArraySerializer())) {
            for (Future<?> sent : records.stream().map(producer::send).toList()) {
                sent.get();
            }
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(e);
        }
    }
}

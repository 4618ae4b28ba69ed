package io.vigie.ingest.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.vigie.events.signal.Signal;
import io.vigie.events.wire.Topic;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.RoundRobinPartitioner;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

class DeliveryTest {
    @Test
    void anAcknowledgementThatNeverComesIsNotWaitedForBeyondThePatience() {
        Duration patience = Duration.ofMillis(300);
        try (MockProducer<String, byte[]> silent = new MockProducer<>(
                false, new RoundRobinPartitioner(), new StringSerializer(), new ByteArraySerializer())) {
            Publisher publisher = new Publisher(silent, "t", patience, Strangers.only());
            Delivery delivery = publisher.begin();
            delivery.sendTicks("run", Instant.EPOCH);

            assertTimeoutPreemptively(patience.multipliedBy(10), () -> assertThatThrownBy(delivery::await)
                    .isInstanceOf(NotAcknowledged.class));

            assertThat(silent.history()).hasSize(Topic.PARTITIONS);
            assertThatThrownBy(publisher::begin).isInstanceOf(NotAcknowledged.class);
        }
    }

    @Test
    void withoutABrokerNothingIsEverPromised() {
        Duration patience = Duration.ofMillis(300);
        Signal signal = new Signal(
                "/crm",
                "1",
                "complaint.filed",
                "c1",
                Instant.EPOCH,
                JsonNodeFactory.instance.objectNode(),
                Optional.empty());
        try (KafkaProducer<String, byte[]> producer =
                Broker.producer(Map.of("bootstrap.servers", "localhost:1"), patience)) {
            Delivery delivery = new Publisher(producer, "t", patience, Strangers.only()).begin();

            assertThatThrownBy(() -> {
                        delivery.send(signal, Instant.EPOCH);
                        delivery.await();
                    })
                    .isInstanceOf(NotAcknowledged.class);
        }
    }
}

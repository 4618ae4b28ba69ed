package io.vigie.ingest.stream;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.vigie.events.signal.Signal;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.junit.jupiter.api.Test;

class DeliveryTest {
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
            Delivery delivery = new Publisher(producer, "t", patience).begin();

            assertThatThrownBy(() -> {
                        delivery.send(signal, Instant.EPOCH);
                        delivery.await();
                    })
                    .isInstanceOf(NotAcknowledged.class);
        }
    }
}

package io.vigie.retention;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.vigie.events.EventJson;
import io.vigie.events.customer.Customer;
import io.vigie.events.customer.CustomerErased;
import io.vigie.events.customer.CustomerKey;
import io.vigie.events.risk.RiskAssessed;
import io.vigie.events.wire.Event;
import io.vigie.events.wire.EventCodec;
import io.vigie.events.wire.Tick;
import io.vigie.events.wire.Topic;
import io.vigie.privacy.MasterKey;
import io.vigie.privacy.PersonalData;
import io.vigie.testkit.TestBackends;
import io.vigie.testkit.TopicReader;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The services around this one, as far as tests need them: the scorer that tells risks, whoever reads decisions. */
@ApplicationScoped
public class Broker {
    private static final Instant RECEIVED = Instant.parse("2026-03-03T10:00:01Z");

    private final KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
            Map.of("bootstrap.servers", TestBackends.kafka().bootstrapServers()),
            new StringSerializer(),
            new ByteArraySerializer());
    private final RetentionSettings settings;
    private final MasterKey masterKey;

    Broker(RetentionSettings settings, MasterKey masterKey) {
        this.settings = settings;
        this.masterKey = masterKey;
    }

    public void tells(String event, ARisk risk) {
        send(record(event, risk.assessed()));
    }

    public ProducerRecord<String, byte[]> record(String event, RiskAssessed risk) {
        return EventCodec.record(
                Topic.RISK.under(settings.prefix()),
                Event.of(event, "/vigie/risk-scorer", risk.customer(), risk.asOf(), risk)
                        .receivedAt(Optional.of(RECEIVED)));
    }

    public void tells(Customer customer) {
        send(EventCodec.record(
                Topic.CUSTOMERS.under(settings.prefix()),
                Event.of(
                        "customer-" + customer.id(),
                        "/vigie/signal-ingest",
                        customer.id(),
                        customer.time(),
                        customer)));
    }

    /** As signal-ingest tells it: first the key, then the record that only the key reads. */
    public void tellsEnciphered(Customer customer) {
        CustomerKey key = masterKey.mint(customer.id());
        send(EventCodec.record(
                Topic.KEYS.under(settings.prefix()),
                Event.of("key-" + customer.id(), "/vigie/signal-ingest", customer.id(), customer.time(), key)));
        tells(PersonalData.enciphered(
                customer, masterKey.unwrap(customer.id(), key).orElseThrow()));
    }

    public void destroysTheKeyOf(String customer) {
        send(new ProducerRecord<>(Topic.KEYS.under(settings.prefix()), customer, null));
    }

    /** In the order of both topics that this service reads. */
    public void erases(String event, String customer, Instant at) {
        erasesOn(Topic.RISK, event, customer, at);
        erasesOn(Topic.CUSTOMERS, event, customer, at);
    }

    public void erasesOn(Topic topic, String event, String customer, Instant at) {
        send(EventCodec.record(
                topic.under(settings.prefix()),
                Event.of(event, "/vigie/signal-ingest", customer, at, new CustomerErased(at))));
    }

    /** A record as its JSON says. */
    public static Customer customer(String json) {
        try {
            return EventJson.mapper().readValue(json, Customer.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    public void ticks(String run, Instant time) {
        for (int partition = 0; partition < Topic.PARTITIONS; partition++) {
            send(EventCodec.record(
                    Topic.RISK.under(settings.prefix()), "/vigie/risk-scorer", new Tick(run, partition, time)));
        }
    }

    public void tellsRubbish(String customer) {
        send(new ProducerRecord<>(Topic.RISK.under(settings.prefix()), customer, new byte[] {1, 2, 3}));
    }

    public void send(ProducerRecord<String, byte[]> record) {
        try {
            producer.send(record).get();
        } catch (ExecutionException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What was told about a customer, once there are so many events. */
    public List<Event<?>> toldOf(String customer, int count) {
        return told(events -> about(customer, events).size() >= count).stream()
                .map(EventCodec::read)
                .filter(event -> event.subject().equals(customer))
                .<Event<?>>map(event -> event)
                .toList();
    }

    public List<ConsumerRecord<String, byte[]>> told(Predicate<List<ConsumerRecord<String, byte[]>>> enough) {
        return TopicReader.on(TestBackends.kafka()).readUntil(Topic.RETENTION.under(settings.prefix()), enough);
    }

    private static List<ConsumerRecord<String, byte[]>> about(
            String customer, List<ConsumerRecord<String, byte[]>> records) {
        return records.stream().filter(record -> customer.equals(record.key())).toList();
    }
}

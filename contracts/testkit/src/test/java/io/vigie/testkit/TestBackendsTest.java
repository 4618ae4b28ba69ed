package io.vigie.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.testcontainers.DockerClientFactory;

class TestBackendsTest {
    private final String topic = TestBackends.freshName() + ".signals";

    @Test
    void theBrokerIsSharedAndItsTopicsCanBeReadFromTheBeginning() throws Exception {
        KafkaBackend kafka = TestBackends.kafka();
        kafka.createTopics(3, topic);
        kafka.createTopics(3, topic, topic + ".refused");
        send(kafka, "c1", "first");
        send(kafka, "c2", "second");

        TopicReader reader = TopicReader.on(kafka);

        assertThat(TestBackends.kafka()).isEqualTo(kafka);
        assertThat(reader.read(topic, 2)).extracting(ConsumerRecord::key).containsExactlyInAnyOrder("c1", "c2");
        assertThat(reader.readUntil(
                        topic, records -> records.stream().anyMatch(record -> "second".equals(text(record)))))
                .extracting(TestBackendsTest::text)
                .contains("second");
        assertThat(reader.readAll(topic)).hasSize(2);
        assertThat(reader.readAll(topic + ".refused")).isEmpty();
    }

    @Test
    void whatDoesNotComeInTimeFailsWithWhatWasThere() throws Exception {
        KafkaBackend kafka = TestBackends.kafka();
        kafka.createTopics(1, topic);
        send(kafka, "c1", "only");
        TopicReader hasty = TopicReader.on(kafka).within(Duration.ofSeconds(1));

        assertThatThrownBy(() -> hasty.read(topic, 2))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(topic + " held 1 records")
                .hasMessageContaining("c1");
        assertThatThrownBy(() -> hasty.read(topic + ".missing", 1)).hasMessageContaining(topic + ".missing");
    }

    @Test
    void aDatabaseIsThereForEachName() throws SQLException {
        DatabaseBackend database = TestBackends.database(TestBackends.freshName());

        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet version = statement.executeQuery("SHOW server_version")) {
            assertThat(version.next()).isTrue();
            assertThat(version.getString(1)).startsWith("18");
        }
        assertThat(TestBackends.database(TestBackends.freshName())).isNotEqualTo(database);
    }

    @Test
    void aWrongNameForTheBackendsIsRefusedWithTheRightOnes() {
        assertThatThrownBy(() -> RunningBackends.named("docker"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("embedded")
                .hasMessageContaining("containers");
    }

    @Test
    void containersWithoutADockerEngineAreRefusedWithTheRemedy() {
        assumeFalse(DockerClientFactory.instance().isDockerAvailable(), "a Docker engine answers here");

        assertThatThrownBy(() -> RunningBackends.named("containers"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("needs a Docker engine and none answers")
                .hasMessageContaining("vigie.backends");
    }

    private void send(KafkaBackend kafka, String key, String text) throws ExecutionException, InterruptedException {
        try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka.bootstrapServers()),
                new StringSerializer(),
                new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(topic, key, text.getBytes(StandardCharsets.UTF_8)))
                    .get();
        }
    }

    private static String text(ConsumerRecord<String, byte[]> record) {
        return new String(record.value(), StandardCharsets.UTF_8);
    }
}

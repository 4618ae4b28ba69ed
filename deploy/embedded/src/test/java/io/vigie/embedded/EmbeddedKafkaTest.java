package io.vigie.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedKafkaTest {
    private static final int TWO_MEBIBYTES = 2 * 1024 * 1024;

    @Test
    void aKeptBrokerStillHasItsRecordsAfterARestart(@TempDir Path folder) throws Exception {
        BackendOptions options = BackendOptions.keptIn(folder.resolve("a folder"));
        try (EmbeddedKafka kafka = EmbeddedKafka.start(options)) {
            Records signals = new Records(kafka.bootstrapServers(), "signals");
            signals.createTopic();
            signals.send("before");
            assertThat(signals.awaitTexts(1)).containsExactly("before");
        }

        try (EmbeddedKafka kafka = EmbeddedKafka.start(options)) {
            Records signals = new Records(kafka.bootstrapServers(), "signals");
            signals.send("after");

            assertThat(signals.awaitTexts(2)).containsExactly("before", "after");
        }
    }

    @Test
    void onlyCommittedRecordsAreSeenAndLargeOnesPass() throws Exception {
        try (EmbeddedKafka kafka = EmbeddedKafka.start(BackendOptions.thrownAway())) {
            Records signals = new Records(kafka.bootstrapServers(), "signals");
            signals.createTopic();

            try (KafkaProducer<byte[], byte[]> producer = signals.producer(Map.of("transactional.id", "test"))) {
                producer.initTransactions();
                inTransaction(producer, "given up", false);
                inTransaction(producer, "kept", true);
            }
            signals.send(new byte[TWO_MEBIBYTES]);

            assertThat(signals.awaitCommitted(2))
                    .extracting(value -> value.length)
                    .containsExactly(4, TWO_MEBIBYTES);
        }
    }

    @Test
    void itListensOnThePortItIsGivenAndNamesATakenOne() {
        int port = Ports.claim(0);

        try (EmbeddedKafka kafka =
                EmbeddedKafka.start(BackendOptions.thrownAway().onPort(port))) {
            assertThat(kafka.bootstrapServers()).isEqualTo("127.0.0.1:" + port);
            assertThatThrownBy(() ->
                            EmbeddedKafka.start(BackendOptions.thrownAway().onPort(port)))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("port " + port)
                    .hasMessageContaining("taken");
        }
    }

    private static void inTransaction(KafkaProducer<byte[], byte[]> producer, String value, boolean commit)
            throws ExecutionException, InterruptedException {
        producer.beginTransaction();
        producer.send(new ProducerRecord<>("signals", value.getBytes(StandardCharsets.UTF_8)))
                .get();
        if (commit) {
            producer.commitTransaction();
        } else {
            producer.abortTransaction();
        }
    }
}

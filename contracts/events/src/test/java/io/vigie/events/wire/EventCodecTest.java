package io.vigie.events.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vigie.events.EventJson;
import io.vigie.events.signal.Signal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;

class EventCodecTest {
    @Test
    void aSignalComesBackAsItWent() throws IOException {
        Signal signal = new Signal(
                "/crm",
                "é-1",
                "complaint.filed",
                "c1",
                Instant.parse("2026-03-01T10:00:00.123456Z"),
                EventJson.mapper().readTree("{\"text\":\"trop cher\"}"),
                Optional.of(Instant.parse("2026-03-01T10:00:01Z")));

        ProducerRecord<String, byte[]> record = EventCodec.record("t", signal);

        assertThat(record.key()).isEqualTo("c1");
        assertThat(new String(record.headers().lastHeader("ce_type").value(), StandardCharsets.UTF_8))
                .isEqualTo("complaint.filed");
        assertThat(EventCodec.signal(EventCodec.read(record.key(), record.headers(), record.value())))
                .isEqualTo(signal);
    }

    @Test
    void aTickGoesToThePartitionItNames() {
        Tick tick = new Tick("run", 7, Instant.parse("2026-03-01T10:00:00Z"));

        ProducerRecord<String, byte[]> record = EventCodec.record("t", "/signal-ingest", tick);

        assertThat(record.partition()).isEqualTo(7);
        assertThat(EventCodec.read(record.key(), record.headers(), record.value())
                        .data())
                .isEqualTo(tick);
    }

    @Test
    void aRecordWithoutCloudEventsHeadersIsMalformed() {
        assertThatThrownBy(() -> EventCodec.read("c1", new RecordHeaders(), new byte[] {'{', '}'}))
                .isInstanceOf(MalformedEvent.class);
    }

    @Test
    void derivedIdsAreStable() {
        assertThat(Ids.derived("event-1", "case")).isEqualTo(Ids.derived("event-1", "case"));
        assertThat(Ids.derived("event-1", "case")).isNotEqualTo(Ids.derived("event-1", "task"));
        assertThat(Ids.derived("event-1", "case").version()).isEqualTo(5);
    }
}

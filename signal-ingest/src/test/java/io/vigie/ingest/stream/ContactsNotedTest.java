package io.vigie.ingest.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class ContactsNotedTest {
    private static final TopicPartition ONE = new TopicPartition("signals", 0);
    private static final TopicPartition OTHER = new TopicPartition("signals", 1);

    @Test
    void nobodyCountsAsSilentUntilEveryPartitionIsRead() {
        Map<TopicPartition, Long> ends = Map.of(ONE, 5L, OTHER, 0L);

        assertThat(ContactsNoted.passed(Map.of(), ends)).isFalse();
        assertThat(ContactsNoted.passed(Map.of(ONE, at(4)), ends)).isFalse();
        assertThat(ContactsNoted.passed(Map.of(ONE, at(5)), ends)).isTrue();
        assertThat(ContactsNoted.passed(Map.of(ONE, at(9)), Map.of(ONE, 5L, OTHER, 1L)))
                .isFalse();
    }

    private static OffsetAndMetadata at(long offset) {
        return new OffsetAndMetadata(offset);
    }
}

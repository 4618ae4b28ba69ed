package io.vigie.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class BackendsResourceNeedsTest {
    private final BackendsResource resource = new BackendsResource();

    @Test
    void aTestThatNeedsOnlyTheBrokerStartsNoDatabase() {
        resource.init(Map.of(BackendsResource.NEEDS, "kafka"));

        assertThat(resource.start())
                .containsEntry("kafka.bootstrap.servers", TestBackends.kafka().bootstrapServers())
                .doesNotContainKey("quarkus.datasource.jdbc.url");
    }

    @Test
    void everyStartHasAPrefixAndADatabaseOfItsOwn() {
        resource.init(Map.of(BackendsResource.NEEDS, "postgres"));

        Map<String, String> first = resource.start();
        Map<String, String> second = resource.start();

        assertThat(first).doesNotContainKey("kafka.bootstrap.servers");
        assertThat(second.get("vigie.prefix")).isNotEqualTo(first.get("vigie.prefix"));
        assertThat(second.get("quarkus.datasource.jdbc.url")).isNotEqualTo(first.get("quarkus.datasource.jdbc.url"));
    }

    @Test
    void aNeedThatNobodyCanMeetIsRefused() {
        assertThatThrownBy(() -> resource.init(Map.of(BackendsResource.NEEDS, "redis")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("redis");
    }
}

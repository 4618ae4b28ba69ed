package io.vigie.ingest.stream;

import io.vigie.events.wire.Topic;
import io.vigie.ingest.IngestSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;

/**
 * How long topics are kept where it is set; where it is not, they stay as they are. One that another version made takes as
 * large a record as a new one.
 */
record TopicSettings(Map<Topic, Duration> periods) {
    static TopicSettings of(IngestSettings.Keep keep) {
        Map<Topic, Duration> periods = new EnumMap<>(Topic.class);
        put(periods, Topic.SIGNALS, keep.topics().signals());
        put(periods, Topic.RISK, keep.topics().risk());
        put(periods, Topic.RETENTION, keep.topics().retention());
        periods.put(Topic.SIGNALS_REFUSED, keep.refused());
        return new TopicSettings(periods);
    }

    void set(Map<String, Object> clientSettings, String prefix) throws InterruptedException {
        Map<ConfigResource, Collection<AlterConfigOp>> wanted = new HashMap<>();
        periods.forEach((topic, period) -> wanted.computeIfAbsent(named(topic, prefix), _ -> new ArrayList<>())
                .add(setting(TopicConfig.RETENTION_MS_CONFIG, period.toMillis())));
        wanted.computeIfAbsent(named(Topic.SIGNALS_REFUSED, prefix), _ -> new ArrayList<>())
                .add(setting(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Topic.SIGNALS_REFUSED.largestRecord()));
        try (Admin admin = Admin.create(clientSettings)) {
            admin.incrementalAlterConfigs(wanted).all().get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(
                    "cannot set how long topics are kept and what they take: "
                            + e.getCause().getMessage(),
                    e);
        }
    }

    private static ConfigResource named(Topic topic, String prefix) {
        return new ConfigResource(ConfigResource.Type.TOPIC, topic.under(prefix));
    }

    private static AlterConfigOp setting(String name, long value) {
        return new AlterConfigOp(new ConfigEntry(name, String.valueOf(value)), AlterConfigOp.OpType.SET);
    }

    private static void put(Map<Topic, Duration> periods, Topic topic, Optional<Duration> period) {
        period.ifPresent(set -> periods.put(topic, set));
    }
}

package io.vigie.retention.stream;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import io.vigie.events.wire.Topics;
import io.vigie.retention.RetentionSettings;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import java.util.Map;

/** Topics are there before anybody reads or writes them, whichever service starts first. */
@Singleton
class TopicsAtStart {
    void create(
            @Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) StartupEvent start,
            @Identifier("default-kafka-broker") Map<String, Object> broker,
            RetentionSettings settings)
            throws InterruptedException {
        Topics.create(broker, settings.prefix(), settings.topicReplicas());
    }
}

package io.vigie.kpi.stream;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import io.vigie.events.wire.Topics;
import io.vigie.kpi.KpiConfig;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Map;

/** Makes sure the topics are there before anything reads from them. */
@Singleton
class TopicsAtStart {
    private static final int BEFORE_THE_CONSUMERS = 1;

    private final Map<String, Object> broker;
    private final KpiConfig config;

    @Inject
    TopicsAtStart(@Identifier("default-kafka-broker") Map<String, Object> broker, KpiConfig config) {
        this.broker = broker;
        this.config = config;
    }

    void create(@Observes @Priority(BEFORE_THE_CONSUMERS) StartupEvent start) throws InterruptedException {
        Topics.create(broker, config.prefix(), config.topicReplicas());
    }
}

package io.vigie.ingest.stream;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** Makes sure the topics are there before anything reads from them. */
@Singleton
class TopicsAtStart {
    private static final int BEFORE_THE_CONSUMERS = 1;

    private final Broker broker;

    TopicsAtStart(Broker broker) {
        this.broker = broker;
    }

    void create(@Observes @Priority(BEFORE_THE_CONSUMERS) StartupEvent start) throws InterruptedException {
        broker.createTopics();
    }
}

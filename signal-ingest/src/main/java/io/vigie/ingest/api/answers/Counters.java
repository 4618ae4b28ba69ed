package io.vigie.ingest.api.answers;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Counts what was taken and refused, once the broker has it. */
@ApplicationScoped
public class Counters {
    private final MeterRegistry registry;
    private final Map<String, Counter> accepted = new ConcurrentHashMap<>();

    public Counters(MeterRegistry registry) {
        this.registry = registry;
    }

    public void signals(String via, long count) {
        accepted.computeIfAbsent(via, _ -> registry.counter("vigie.signals.accepted", "via", via))
                .increment((double) count);
    }

    public void customers(String via, long count) {
        registry.counter("vigie.customers.accepted", "via", via).increment((double) count);
    }

    public void consents(String via, long count) {
        registry.counter("vigie.consents.accepted", "via", via).increment((double) count);
    }

    /** Requests that were not even read. */
    void turnedAway(String reason) {
        registry.counter("vigie.requests.turned-away", "reason", reason).increment();
    }

    public void refused(String via, String reason, long count) {
        registry.counter("vigie.signals.refused", "via", via, "reason", reason).increment((double) count);
    }

    public void ignored(String source, long count) {
        registry.counter("vigie.events.ignored", "source", source).increment((double) count);
    }
}

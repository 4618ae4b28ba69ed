package io.vigie.scorer.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.vigie.events.signal.Signal;
import io.vigie.events.signal.SignalCatalogue;
import io.vigie.scorer.profile.Entry;
import io.vigie.scorer.profile.Reach;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Signals that did not happen, to see what they would change.
 *
 * @param at as of when to compare; without it now, or the latest of the signals' times
 */
public record WhatIfQuestion(Optional<Instant> at, List<Hypothesis> signals) {
    static final int MOST = 50;

    public WhatIfQuestion {
        at = at == null ? Optional.empty() : at;
        signals = signals == null ? List.of() : List.copyOf(signals);
    }

    /**
     * One signal.
     *
     * @param time when it would happen; without it at the instant asked for
     */
    public record Hypothesis(Optional<String> type, Optional<Instant> time, Optional<JsonNode> attributes) {
        public Hypothesis {
            type = type == null ? Optional.empty() : type;
            time = time == null ? Optional.empty() : time;
            attributes = attributes == null ? Optional.empty() : attributes.filter(data -> !data.isNull());
        }
    }

    /** As of when to compare. */
    Instant asOf(Instant now) {
        return at.orElseGet(() -> signals.stream()
                .flatMap(signal -> signal.time().stream())
                .filter(now::isBefore)
                .max(Instant::compareTo)
                .orElse(now));
    }

    /** The signals, each under an id that no real one has. */
    List<Signal> signals(String customer, Instant asOf) {
        List<Signal> all = new ArrayList<>();
        for (Hypothesis one : signals) {
            all.add(new Signal(
                    "/vigie/what-if",
                    "what-if-" + all.size(),
                    one.type().orElse(""),
                    customer,
                    one.time().orElse(asOf),
                    one.attributes().orElseGet(JsonNodeFactory.instance::objectNode),
                    Optional.empty()));
        }
        return all;
    }

    /** Whether a signal would lie among those that are no longer kept one by one, where nothing can be put. */
    static boolean reachesBack(List<Signal> hypothetical, List<Entry> timeline) {
        return timeline.getFirst() instanceof Entry.Earlier earlier
                && hypothetical.stream().anyMatch(signal -> !signal.time().isAfter(earlier.time()));
    }

    /** What is wrong with the question, a line each; empty where it can be answered. */
    List<String> faults(SignalCatalogue catalogue, List<Signal> hypothetical, Instant asOf, Instant now) {
        List<String> faults = new ArrayList<>();
        if (!Reach.holds(asOf, now)) {
            faults.add("at and times must be instants " + Reach.text(now) + "; to compare at is " + asOf);
        }
        if (hypothetical.isEmpty() || hypothetical.size() > MOST) {
            faults.add("signals must hold 1 to " + MOST + " signals, holds " + hypothetical.size());
        }
        for (int i = 0; i < Math.min(MOST, hypothetical.size()); i++) {
            String where = "signals[" + i + "]: ";
            catalogue.faults(hypothetical.get(i)).forEach(fault -> faults.add(where + fault));
            if (!Reach.holds(hypothetical.get(i).time(), now)) {
                faults.add(where + "its time must be an instant " + Reach.text(now));
            }
            if (hypothetical.get(i).time().isAfter(asOf)) {
                faults.add(where + "its time lies after the instant to compare at, " + asOf);
            }
        }
        return faults;
    }
}

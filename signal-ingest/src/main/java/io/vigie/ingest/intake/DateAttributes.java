package io.vigie.ingest.intake;

import io.vigie.events.signal.Signal;
import io.vigie.events.signal.SignalCatalogue;
import io.vigie.events.signal.SignalType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Holds the attributes that a schema calls a date to it, for by JSON Schema a format only tells. */
final class DateAttributes {
    private static final String DATE = "date-time";

    private final Map<String, List<String>> byType = new HashMap<>();

    DateAttributes(SignalCatalogue catalogue) {
        catalogue.types().forEach(type -> {
            List<String> dates = of(type);
            if (!dates.isEmpty()) {
                byType.put(type.type(), dates);
            }
        });
    }

    /** What is wrong with a signal's dates, each line saying with which; empty when nothing is. */
    List<String> faults(Signal signal) {
        return byType.getOrDefault(signal.type(), List.of()).stream()
                .filter(signal.attributes()::has)
                .map(name -> Times.dateFault(name, signal.attributes().get(name)))
                .flatMap(Optional::stream)
                .toList();
    }

    private static List<String> of(SignalType type) {
        return type.attributes().path("properties").properties().stream()
                .filter(property -> property.getValue().path("format").asText().equals(DATE))
                .map(Map.Entry::getKey)
                .toList();
    }
}

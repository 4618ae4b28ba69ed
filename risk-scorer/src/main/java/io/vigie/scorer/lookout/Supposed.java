package io.vigie.scorer.lookout;

import io.vigie.events.signal.Signal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What somebody supposes on a customer's page, as its form holds it.
 *
 * @param kinds counters of the signals supposed to come; blank where a row is left empty
 * @param days in how many days each comes
 */
record Supposed(List<String> kinds, List<String> days) {
    private static final int ROWS = 3;
    private static final int FARTHEST = 730;

    Supposed {
        kinds = List.copyOf(kinds);
        days = List.copyOf(days);
    }

    /** One row of the form. */
    public record Row(String kind, int days) {}

    List<Row> rows() {
        return IntStream.range(0, ROWS)
                .mapToObj(i -> new Row(i < kinds.size() ? kinds.get(i) : "", i < days.size() ? number(days.get(i)) : 0))
                .toList();
    }

    /** The signals that it comes to, seen from an instant. */
    List<Signal> signals(String customer, Instant from, List<Supposition> known) {
        List<Signal> signals = new ArrayList<>();
        for (Row row : rows()) {
            known.stream()
                    .filter(kind -> kind.counter().equals(row.kind()))
                    .findFirst()
                    .map(kind -> kind.at(from.plus(Duration.ofDays(row.days())), customer, signals.size()))
                    .ifPresent(signals::add);
        }
        return signals;
    }

    private static int number(String text) {
        return text.matches("\\d{1,4}") ? Math.min(FARTHEST, Integer.parseInt(text)) : 0;
    }
}

package io.vigie.events.reasons;

import io.vigie.events.risk.Matter;
import io.vigie.events.signal.Role;
import io.vigie.events.signal.Signal;
import io.vigie.events.signal.SignalCatalogue;
import io.vigie.events.signal.SignalType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What has been heard of a customer, as far as whoever tells it knows: counts and dates for reasons in words.
 *
 * @param tallies by counter
 * @param open what is open
 * @param lastOrder when the last order was placed, where that is known
 */
public record Heard(Map<String, Tally> tallies, List<Matter> open, Optional<Instant> lastOrder) {
    /** After four half-lives a signal counts for a sixteenth: nobody would name it as a reason. */
    private static final int HALF_LIVES = 4;

    private static final double SECONDS_A_DAY = Duration.ofDays(1).toSeconds();

    public Heard {
        tallies = Map.copyOf(tallies);
        open = List.copyOf(open);
    }

    /** How often, and since when. */
    public record Tally(int count, Instant first) {
        Tally and(Tally other) {
            return new Tally(count + other.count, first.isBefore(other.first) ? first : other.first);
        }
    }

    /** What is open, and nothing of what came. */
    public static Heard onlyOpen(List<Matter> open) {
        return new Heard(Map.of(), open, Optional.empty());
    }

    /** What came from one instant to another, as far as it still weighs, and what is open. */
    public static Heard of(
            List<Signal> signals, SignalCatalogue catalogue, Instant from, Instant to, List<Matter> open) {
        Map<String, Tally> tallies = new TreeMap<>();
        Optional<Instant> lastOrder = Optional.empty();
        for (Signal signal : signals) {
            Optional<SignalType> type = catalogue.find(signal.type());
            if (type.isEmpty() || signal.time().isBefore(from) || signal.time().isAfter(to)) {
                continue;
            }
            if (type.get().role() == Role.ORDER) {
                lastOrder = lastOrder.filter(signal.time()::isBefore).or(() -> Optional.of(signal.time()));
            }
            if (signal.time().isAfter(forgotten(type.get(), to))) {
                tallies.merge(counter(type.get(), signal), new Tally(1, signal.time()), Tally::and);
            }
        }
        return new Heard(tallies, open, lastOrder);
    }

    Optional<Matter> openOf(String type) {
        return open.stream().filter(matter -> matter.type().equals(type)).findFirst();
    }

    private static String counter(SignalType type, Signal signal) {
        return type.variantOf(signal.attributes()).map(type::counterOf).orElse(type.type());
    }

    private static Instant forgotten(SignalType type, Instant to) {
        return to.minusSeconds((long) (HALF_LIVES * type.halfLifeDays() * SECONDS_A_DAY));
    }
}

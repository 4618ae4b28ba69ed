package io.vigie.scorer.profile;

import io.vigie.events.signal.Signal;
import io.vigie.events.signal.SignalCatalogue;
import io.vigie.events.signal.SignalType;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Counts what happens, each counter fading as its type says. */
final class Counting {
    private final Map<String, SignalType> types = new HashMap<>();

    Counting(SignalCatalogue catalogue) {
        catalogue.types().forEach(type -> type.counters().forEach(counter -> types.put(counter, type)));
    }

    void count(Draft draft, SignalType type, Signal signal) {
        var variant = type.variantOf(signal.attributes());
        if (variant.map(one -> one.weight()).orElse(type.weight()) == 0) {
            return;
        }
        String counter = variant.map(type::counterOf).orElse(type.type());
        double strength = type.strengthOf(signal.attributes());
        add(draft.counts, counter, strength, signal, type.halfLifeDays());
        type.usualOverDays().ifPresent(days -> add(draft.usual, counter, strength, signal, days));
    }

    private static void add(
            Map<String, Decayed> counts, String counter, double strength, Signal signal, double halfLife) {
        Decayed before = counts.getOrDefault(counter, new Decayed(0, signal.time(), halfLife));
        counts.put(counter, before.plus(strength, signal.time()));
    }

    /** What counts had come to, fading from then on as types say now: nobody can tell what they would have come to. */
    Profile fadingAsNow(Profile kept) {
        Draft draft = new Draft(kept);
        draft.counts.replaceAll((counter, count) -> over(count, type(counter).map(SignalType::halfLifeDays)));
        draft.usual.replaceAll((counter, count) -> over(count, type(counter).flatMap(SignalType::usualOverDays)));
        return draft.toProfile();
    }

    private Optional<SignalType> type(String counter) {
        return Optional.ofNullable(types.get(counter));
    }

    private static Decayed over(Decayed count, Optional<Double> halfLife) {
        return new Decayed(count.amount(), count.at(), halfLife.orElse(count.halfLifeDays()));
    }
}

package io.vigie.scorer.profile;

import io.vigie.events.signal.Remedy;
import io.vigie.events.signal.Signal;
import io.vigie.events.signal.SignalCatalogue;
import io.vigie.events.signal.SignalType;
import io.vigie.events.signal.Variant;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Opens and settles matters, and takes away what a remedy makes good. */
final class Matters {
    /** Half-lives after which a thousandth is left. */
    private static final int FADED = 10;

    private Matters() {}

    static void open(Draft draft, SignalType type, Signal signal) {
        type.opens().ifPresent(rule -> {
            Optional<Instant> until = Turns.instant(signal.attributes(), "effective")
                    .or(() -> Turns.instant(signal.attributes(), "closes"));
            OpenItem told = new OpenItem(
                    type.type(),
                    rule.key().flatMap(key -> key(signal, key)),
                    type.strengthOf(signal.attributes()),
                    signal.time(),
                    until.orElse(Days.after(signal.time(), rule.atMostDays())),
                    until);
            for (int i = 0; i < draft.matters.size(); i++) {
                OpenItem open = draft.matters.get(i);
                if (open.isToldAgainBy(told)) {
                    draft.matters.set(i, open.toldAgain(told, type.halfLifeDays()));
                    return;
                }
            }
            draft.matters.add(told);
        });
    }

    /** Drops what counted as settled so long ago that a remedy could take nothing away of it any more. */
    static void forget(Draft draft, SignalCatalogue catalogue, Instant now) {
        draft.matters.removeIf(matter -> catalogue
                .find(matter.type())
                .filter(type -> Days.between(matter.expires(), now) > FADED * type.halfLifeDays())
                .isPresent());
    }

    /** Settles what a signal answers: the matter it names, or, when it names none, all of the kind. */
    static void settle(Draft draft, SignalCatalogue catalogue, SignalType type, Signal signal) {
        if (draft.matters.isEmpty()) {
            return;
        }
        Stream.concat(type.settles().stream(), type.remedies().stream().map(Remedy::of))
                .distinct()
                .flatMap(answered -> catalogue.find(answered).stream())
                .forEach(answered -> {
                    List<OpenItem> settled = answeredBy(draft, answered, signal);
                    share(type, answered.type(), signal)
                            .ifPresent(share ->
                                    settled.forEach(matter -> takeAway(draft, answered, matter, share, signal.time())));
                    draft.matters.removeAll(settled);
                });
    }

    private static List<OpenItem> answeredBy(Draft draft, SignalType answered, Signal signal) {
        List<OpenItem> open = draft.matters.stream()
                .filter(matter -> matter.type().equals(answered.type()))
                .toList();
        Optional<String> key = answered.opens().flatMap(rule -> rule.key()).flatMap(name -> key(signal, name));
        if (key.isEmpty()) {
            return open;
        }
        List<OpenItem> named =
                open.stream().filter(matter -> matter.key().equals(key)).toList();
        return named.isEmpty()
                ? open.stream()
                        .filter(matter -> matter.key().isEmpty())
                        .limit(1)
                        .toList()
                : named;
    }

    private static Optional<Double> share(SignalType type, String answered, Signal signal) {
        return type.remedies().stream()
                .filter(remedy -> remedy.of().equals(answered))
                .findFirst()
                .map(remedy -> type.variantOf(signal.attributes())
                        .flatMap(Variant::remedyShare)
                        .orElse(remedy.share()));
    }

    private static void takeAway(Draft draft, SignalType answered, OpenItem matter, double share, Instant now) {
        answered.counters()
                .forEach(counter -> draft.counts.computeIfPresent(counter, (name, count) -> {
                    double left = new Decayed(matter.counted(), matter.since(), answered.halfLifeDays()).at(now);
                    return count.lessAmount(left * share, now);
                }));
    }

    private static Optional<String> key(Signal signal, String attribute) {
        return Optional.of(signal.attributes().path(attribute))
                .filter(node -> node.isValueNode() && !node.isNull())
                .map(node -> node.asText());
    }
}

package io.vigie.events.reasons;

import io.vigie.events.reasons.Heard.Tally;
import io.vigie.events.risk.Matter;
import io.vigie.events.risk.Reason;
import io.vigie.events.signal.SignalType;
import io.vigie.events.signal.Told;
import io.vigie.events.signal.Variant;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Tells which signals of a type came: how many of each kind, when, and how many are still open. */
final class Occurrences {
    private final SignalType type;
    private final Phrases phrases;
    private final Function<Instant, String> day;
    private final String language;

    Occurrences(SignalType type, Phrases phrases, Function<Instant, String> day, String language) {
        this.type = type;
        this.phrases = phrases;
        this.day = day;
        this.language = language;
    }

    String told(Reason reason, Heard heard) {
        Optional<Matter> open = heard.openOf(type.type());
        Map<String, Tally> tallies = tallies(heard, open);
        Optional<Tally> all = tallies.values().stream().reduce(Tally::and);
        if (all.isEmpty()) {
            return phrases.some().replace("{things}", form(likeliest(reason)).things());
        }
        String what = tallies.entrySet().stream()
                .map(one -> counted(form(one.getKey()), one.getValue().count()))
                .collect(Collectors.joining(phrases.and()));
        String dated = (all.get().count() == 1 ? phrases.oneOn() : phrases.severalSince())
                .replace("{what}", what)
                .replace("{day}", day.apply(all.get().first()));
        String compared =
                type.usualOverDays().isPresent() ? phrases.moreThanUsual().replace("{what}", dated) : dated;
        return open.map(matter -> stillOpen(compared, matter.count(), all.get().count()))
                .orElse(compared);
    }

    /** What came of each kind; where more is open than that, what is open. */
    private Map<String, Tally> tallies(Heard heard, Optional<Matter> open) {
        Map<String, Tally> tallies = new TreeMap<>();
        type.counters().stream().filter(this::bears).forEach(counter -> Optional.ofNullable(
                        heard.tallies().get(counter))
                .ifPresent(tally -> tallies.put(counter, tally)));
        int count = tallies.values().stream().mapToInt(Tally::count).sum();
        return open.filter(matter -> matter.count() > count)
                .map(matter -> Map.of(type.type(), new Tally(matter.count(), matter.since())))
                .orElse(tallies);
    }

    /** Whether signals of a kind move the risk: of a type's kinds those without a weight are no reason. */
    private boolean bears(String counter) {
        return type.variants().stream().allMatch(variant -> variant.weight() == 0)
                || type.variants().stream()
                        .anyMatch(variant ->
                                variant.weight() != 0 && type.counterOf(variant).equals(counter));
    }

    private String stillOpen(String what, int open, int all) {
        String phrase = all == 1
                ? phrases.stillOpen()
                : open == all ? phrases.allStillOpen() : open == 1 ? phrases.oneStillOpen() : phrases.someStillOpen();
        String article = form(type.type()).one().split(" ", 2)[0];
        return phrase.replace("{what}", what).replace("{article}", article).replace("{open}", phrases.number(open));
    }

    private String counted(Told.Form form, int count) {
        return count == 1 ? form.one() : form.many().replace("{count}", phrases.number(count));
    }

    /** The words for a counter; a type that nobody wrote any for is told by its label. */
    private Told.Form form(String counter) {
        String label = type.label().in(language);
        return type.toldOf(counter)
                .map(told -> told.in(language))
                .orElseGet(() -> new Told.Form(label, "{count} × " + label));
    }

    /** The kind that moves the risk the way the reason does, where only some do. */
    private String likeliest(Reason reason) {
        return type.variants().stream()
                .filter(variant -> variant.weight() * reason.logOdds() > 0)
                .findFirst()
                .map((Variant variant) -> type.counterOf(variant))
                .orElse(type.type());
    }
}

package io.vigie.events.reasons;

import io.vigie.events.reasons.Phrases.Feature;
import io.vigie.events.risk.Reason;
import io.vigie.events.risk.Unavoidable;
import io.vigie.events.signal.RiskKind;
import io.vigie.events.signal.SignalCatalogue;
import io.vigie.events.signal.SignalType;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/**
 * Puts reasons into the words of one language, for screens, for the API and for the customer who asks: what happened,
 * how often, since when, and how much it does, without a figure that needs a statistician.
 */
public final class Wording {
    /** Before the name of what a customer record says besides, in a factor. */
    private static final String ATTRIBUTE = "attribute.";

    private final SignalCatalogue catalogue;
    private final Phrases phrases;
    private final Locale locale;
    private final ZoneId zone;

    /**
     * @param language an IETF tag; English where it is not French
     * @param zone in which days are meant
     */
    public Wording(SignalCatalogue catalogue, String language, ZoneId zone) {
        this.catalogue = catalogue;
        this.phrases = Phrases.in(language);
        this.locale = language.startsWith("fr") ? Locale.FRENCH : Locale.ENGLISH;
        this.zone = zone;
    }

    /** The language it speaks, as an IETF tag. */
    public String language() {
        return locale.toLanguageTag();
    }

    /** What a factor or a coming date is called, as a heading. */
    public String name(String factor) {
        return catalogue
                .find(factor)
                .map(type -> type.label().in(language()))
                .orElseGet(() -> inColumn(feature(factor).name(), factor));
    }

    /** A single signal of a kind, named by the counter that it feeds. */
    public String single(SignalType type, String counter) {
        return capital(
                type.toldOf(counter).map(told -> told.in(language()).one()).orElseGet(() -> type.label()
                        .in(language())));
    }

    /** The sentence that a reason is told by, of the risk that its type of signal bears on. */
    public String sentence(Reason reason, Heard heard) {
        return sentence(
                reason, catalogue.find(reason.factor()).map(SignalType::risk).orElse(RiskKind.BY_CHOICE), heard);
    }

    /** The sentence that a reason is told by. */
    public String sentence(Reason reason, RiskKind risk, Heard heard) {
        String what = catalogue
                .find(reason.factor())
                .map(type -> new Occurrences(type, phrases, this::day, language()).told(reason, heard))
                .orElseGet(() -> ofFeature(reason, heard));
        return capital(
                phrases.sentence().replace("{what}", what).replace("{effect}", phrases.effect(risk, reason.logOdds())));
    }

    /** The sentence that unavoidable leaving is told by. */
    public String sentence(Unavoidable flag) {
        return phrases.unavoidable()
                .replace("{why}", phrases.causes().getOrDefault(flag.reason(), phrases.otherCause()))
                .replace("{day}", day(flag.since()));
    }

    /** A day as it is written out. */
    public String day(Instant instant) {
        ZonedDateTime at = instant.atZone(zone);
        String pattern = at.getDayOfMonth() == 1 ? phrases.firstDay() : phrases.day();
        return DateTimeFormatter.ofPattern(pattern, locale).format(at);
    }

    private String ofFeature(Reason reason, Heard heard) {
        Feature feature = feature(reason.factor());
        Optional<String> since = heard.lastOrder().map(last -> phrases.since().replace("{day}", day(last)));
        return inColumn(reason.logOdds() < 0 ? feature.lowers() : feature.raises(), reason.factor())
                .replace("{since}", since.orElse(""));
    }

    private Feature feature(String factor) {
        return phrases.features().getOrDefault(factor, phrases.attribute());
    }

    private static String inColumn(String phrase, String column) {
        return phrase.replace("{column}", column.startsWith(ATTRIBUTE) ? column.substring(ATTRIBUTE.length()) : column);
    }

    private static String capital(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}

package io.vigie.retention.letters;

import io.vigie.events.customer.Contract;
import io.vigie.events.customer.Person;
import io.vigie.events.reasons.Heard;
import io.vigie.events.reasons.Wording;
import io.vigie.events.risk.Matter;
import io.vigie.events.risk.Reason;
import io.vigie.events.risk.RiskAssessed;
import io.vigie.events.signal.SignalCatalogue;
import io.vigie.retention.letters.Brief.Line;
import io.vigie.retention.letters.Brief.Part;
import io.vigie.retention.policy.MinorUnits;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Puts together what a visitor should know, and leaves out what this visitor should not. */
public final class Briefing {
    private static final String INCIDENT = "incident.with-account-manager";
    private static final int MOST = 8;

    private final SignalCatalogue catalogue;
    private final ZoneId zone;

    public Briefing(SignalCatalogue catalogue, ZoneId zone) {
        this.catalogue = catalogue;
        this.zone = zone;
    }

    /**
     * What is known of the customer.
     *
     * @param history signals that moved their risk, the latest first
     */
    public record Known(
            Optional<String> name, List<Person> people, RiskAssessed risk, long valueAtStake, List<Moved> history) {
        public Known {
            people = List.copyOf(people);
            history = List.copyOf(history);
        }
    }

    /** A signal and the probability after it. */
    public record Moved(Instant at, String signal, double probability) {}

    /**
     * The brief.
     *
     * @param incidentToo whether the reader may know of trouble with the account manager
     */
    public Brief of(Known known, boolean incidentToo, Language language, Instant now) {
        Predicate<String> tellable = type -> incidentToo || !type.equals(INCIDENT);
        RiskAssessed risk = known.risk();
        return new Brief(
                language.word(),
                risk.customer(),
                known.name().orElse(risk.customer()),
                day(now, language),
                facts(known, language),
                List.of(
                        new Part(in(language, "Why now", "Pourquoi maintenant"), reasons(risk, tellable, language)),
                        new Part(in(language, "Open matters", "Sujets ouverts"), matters(risk, tellable, language)),
                        new Part(
                                in(language, "What happened", "Ce qui s'est passé"),
                                history(known, tellable, language)),
                        new Part(in(language, "Whom you meet", "Interlocuteurs"), people(known)),
                        new Part(in(language, "Coming dates", "Dates à venir"), dates(risk, language))));
    }

    private List<Line> facts(Known known, Language language) {
        RiskAssessed risk = known.risk();
        List<Line> facts = new ArrayList<>(List.of(
                new Line(
                        in(language, "Probability of leaving", "Probabilité de départ"),
                        percent(risk.probability(), language)),
                new Line(
                        in(language, "Yearly margin", "Marge annuelle"),
                        money(risk.decisionInput().yearlyMargin(), risk, language)),
                new Line(in(language, "At stake", "Valeur en jeu"), money(known.valueAtStake(), risk, language))));
        risk.decisionInput()
                .contract()
                .flatMap(Contract::end)
                .ifPresent(end ->
                        facts.add(new Line(in(language, "Contract until", "Contrat jusqu'au"), day(end, language))));
        return facts;
    }

    private List<Line> reasons(RiskAssessed risk, Predicate<String> tellable, Language language) {
        return Stream.concat(risk.byChoice().reasons().stream(), risk.unpaid().reasons().stream())
                .filter(reason -> reason.logOdds() > 0 && tellable.test(reason.factor()))
                .sorted(Comparator.comparingDouble(Reason::logOdds).reversed())
                .limit(MOST)
                .map(reason -> new Line(
                        wording(language).name(reason.factor()),
                        wording(language).sentence(reason, Heard.onlyOpen(risk.openMatters()))))
                .toList();
    }

    private List<Line> matters(RiskAssessed risk, Predicate<String> tellable, Language language) {
        return risk.openMatters().stream()
                .filter(matter -> tellable.test(matter.type()))
                .map((Matter matter) -> new Line(
                        day(matter.since(), language), wording(language).name(matter.type())))
                .limit(MOST)
                .toList();
    }

    private List<Line> history(Known known, Predicate<String> tellable, Language language) {
        return known.history().stream()
                .filter(moved -> tellable.test(moved.signal()))
                .limit(MOST)
                .map(moved -> new Line(
                        day(moved.at(), language),
                        wording(language).name(moved.signal()) + " (" + percent(moved.probability(), language) + ")"))
                .toList();
    }

    private static List<Line> people(Known known) {
        return known.people().stream()
                .limit(MOST)
                .map(person -> new Line(
                        person.role(),
                        Stream.of(person.name(), person.phone(), person.email())
                                .flatMap(Optional::stream)
                                .reduce((one, other) -> one + ", " + other)
                                .orElse("")))
                .toList();
    }

    private List<Line> dates(RiskAssessed risk, Language language) {
        return risk.comingDates().stream()
                .limit(MOST)
                .map(date ->
                        new Line(day(date.on(), language), wording(language).name(date.what())))
                .toList();
    }

    private Wording wording(Language language) {
        return new Wording(catalogue, language.word(), zone);
    }

    private static String in(Language language, String english, String french) {
        return language == Language.FR ? french : english;
    }

    private static String percent(double share, Language language) {
        NumberFormat format = NumberFormat.getPercentInstance(language.locale());
        return format.format(share);
    }

    private static String money(long minor, RiskAssessed risk, Language language) {
        Currency currency = Currency.getInstance(risk.decisionInput().currency());
        NumberFormat format = NumberFormat.getCurrencyInstance(language.locale());
        format.setCurrency(currency);
        format.setMaximumFractionDigits(0);
        return format.format(minor / MinorUnits.of(risk.decisionInput().currency()));
    }

    private String day(Instant at, Language language) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(language.locale())
                .format(at.atZone(zone));
    }
}

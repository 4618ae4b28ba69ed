package io.vigie.retention.letters;

import io.vigie.events.customer.Contract;
import io.vigie.events.risk.Matter;
import io.vigie.events.risk.RiskAssessed;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Optional;

/** Puts what is known of a customer into the words and dates that a template sets. */
public final class Writing {
    private final Occasions occasions;
    private final ZoneId zone;

    public Writing(Occasions occasions, ZoneId zone) {
        this.occasions = occasions;
        this.zone = zone;
    }

    /**
     * What stands in a letter or message.
     *
     * @param text the name of its template
     * @param about the open matter that it answers, where it answers one
     * @param offer left out where the text is one in which nothing is offered
     */
    public Letter of(
            String text,
            RiskAssessed risk,
            Optional<String> about,
            Addressee to,
            Optional<String> offer,
            Optional<String> surveyLink,
            Instant now) {
        boolean family = occasions.toTheFamily().contains(text);
        Optional<Matter> matter = about.flatMap(risk::openMatter);
        Optional<Contract> contract = risk.decisionInput().contract();
        return new Letter(
                text,
                to.language().word(),
                "",
                day(now, to.language()),
                to.customer(),
                to.lines(family),
                to.salutation(family),
                contract.map(Contract::id).orElse(""),
                day(contract.map(known -> earlier(known.start(), risk.life().startedAt())), to),
                day(matter.map(Matter::since), to),
                day(matter.flatMap(Matter::until), to),
                day(risk.life().endedAt(), to),
                day(contract.flatMap(Contract::noticeCloses), to),
                day(contract.flatMap(Contract::end), to),
                occasions.withoutOffer().contains(text) ? "" : offer.orElse(""),
                surveyLink.orElse(""));
    }

    /** A renewed contract began later than the customer did. */
    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private String day(Optional<Instant> at, Addressee to) {
        return at.map(known -> day(known, to.language())).orElse("");
    }

    private String day(Instant at, Language language) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(language.locale())
                .format(at.atZone(zone));
    }
}

package io.vigie.retention.dispatch;

import io.vigie.events.retention.Team;
import io.vigie.events.risk.RiskAssessed;
import io.vigie.retention.casework.RetentionCase;
import io.vigie.retention.letters.Briefing;
import io.vigie.retention.letters.Language;
import io.vigie.retention.store.Cases;
import io.vigie.retention.store.ContactCard;
import io.vigie.retention.store.ContactCards;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Prints the page that a visitor takes along. */
@ApplicationScoped
public class Briefs {
    private static final int MOVES = 40;

    private final Cases cases;
    private final ContactCards cards;
    private final Briefing briefing;
    private final Texts texts;
    private final Printer printer;
    private final Clock clock;

    Briefs(Cases cases, ContactCards cards, Briefing briefing, Texts texts, Printer printer, Clock clock) {
        this.cases = cases;
        this.cards = cards;
        this.briefing = briefing;
        this.texts = texts;
        this.printer = printer;
        this.clock = clock;
    }

    /**
     * One page as PDF/A.
     *
     * @param reader whose people read it: account managers are not told of incidents with themselves
     */
    public Optional<byte[]> of(RetentionCase file, Team reader, Language language) {
        String customer = file.opening().customer();
        return cases.latestOf(customer)
                .map(risk -> briefing.of(known(file, risk), reader != Team.ACCOUNT_MANAGERS, language, clock.instant()))
                .map(texts::brief)
                .map(printer::print);
    }

    private Briefing.Known known(RetentionCase file, RiskAssessed risk) {
        Optional<ContactCard> card = cards.find(risk.customer());
        List<Briefing.Moved> moved = cases.riskOf(risk.customer(), MOVES).stream()
                .flatMap(move -> move.movedBy().stream()
                        .map(signal -> new Briefing.Moved(move.at(), signal, move.probability())))
                .toList();
        return new Briefing.Known(
                card.flatMap(ContactCard::name),
                card.map(ContactCard::contacts).orElse(List.of()),
                risk,
                file.opening().trace().valueAtStake(),
                moved);
    }
}

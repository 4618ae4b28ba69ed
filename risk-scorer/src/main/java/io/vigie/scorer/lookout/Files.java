package io.vigie.scorer.lookout;

import io.vigie.events.reasons.Wording;
import io.vigie.events.risk.Reason;
import io.vigie.events.risk.RiskAssessed;
import io.vigie.events.signal.SignalCatalogue;
import io.vigie.scorer.ScorerSettings;
import io.vigie.scorer.api.Reader;
import io.vigie.scorer.explanation.LetterWriter;
import io.vigie.scorer.profile.Entry;
import io.vigie.scorer.profile.Reach;
import io.vigie.scorer.stream.CustomerObjects;
import io.vigie.scorer.stream.Questions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.UriBuilder;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

/** Collects what a page shows of customers kept here. */
@ApplicationScoped
class Files {
    private static final int NAMED = 3;

    private final Questions questions;
    private final Portrait portrait;
    private final SignalCatalogue catalogue;
    private final ScorerSettings settings;
    private final Reader reader;
    private final Clock clock;

    Files(
            Questions questions,
            Portrait portrait,
            SignalCatalogue catalogue,
            ScorerSettings settings,
            Reader reader,
            Clock clock) {
        this.questions = questions;
        this.portrait = portrait;
        this.catalogue = catalogue;
        this.settings = settings;
        this.reader = reader;
        this.clock = clock;
    }

    static String address(String customer) {
        return UriBuilder.fromPath("/risk/customers/{id}").build(customer).toString();
    }

    List<CustomerLine> lines(List<RiskAssessed> risks) {
        Wording wording = reader.wording();
        return risks.stream()
                .map(risk -> new CustomerLine(risk, address(risk.customer()), names(risk, wording)))
                .toList();
    }

    private static List<String> names(RiskAssessed risk, Wording wording) {
        boolean unpaid = risk.unpaid().probability() > risk.byChoice().probability();
        return (unpaid ? risk.unpaid() : risk.byChoice())
                .reasons().stream()
                        .filter(reason -> reason.logOdds() > 0)
                        .limit(NAMED)
                        .map(Reason::factor)
                        .map(wording::name)
                        .toList();
    }

    /** The instant that a form or a link asks for: a moment in the company's zone, or an instant. */
    Optional<Instant> instant(Optional<String> at) {
        try {
            Optional<Instant> instant = at.filter(text -> !text.isBlank())
                    .map(text -> text.endsWith("Z")
                            ? Instant.parse(text)
                            : LocalDateTime.parse(text).atZone(settings.zone()).toInstant());
            if (instant.filter(asked -> !Reach.holds(asked, clock.instant())).isPresent()) {
                throw NothingToShow.wrongInstant();
            }
            return instant;
        } catch (DateTimeException _) {
            throw NothingToShow.wrongInstant();
        }
    }

    CustomerPage page(String customer, Optional<Instant> at, Supposed supposed) {
        List<Entry> timeline = questions.timeline(customer);
        RiskAssessed risk = risk(customer, at, timeline);
        return portrait.of(risk, timeline, at.map(this::local), supposed, reader.wording());
    }

    LetterPage letter(String customer, Optional<Instant> at) {
        LetterWriter writer = new LetterWriter(catalogue, reader.wording());
        List<Entry> timeline = questions.timeline(customer);
        try {
            RiskAssessed risk = questions.risk(customer, at).orElseThrow(() -> NothingToShow.known(timeline));
            return new LetterPage(writer.toScored(risk, timeline), address(customer));
        } catch (CustomerObjects _) {
            Instant now = at.orElseGet(questions::now);
            return new LetterPage(writer.toObjecting(customer, now, timeline), address(customer));
        }
    }

    private RiskAssessed risk(String customer, Optional<Instant> at, List<Entry> timeline) {
        try {
            return questions.risk(customer, at).orElseThrow(() -> NothingToShow.known(timeline));
        } catch (CustomerObjects _) {
            throw NothingToShow.objects();
        }
    }

    private LocalDateTime local(Instant instant) {
        return LocalDateTime.ofInstant(instant, settings.zone()).withNano(0);
    }
}

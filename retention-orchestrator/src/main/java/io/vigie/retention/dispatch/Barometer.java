package io.vigie.retention.dispatch;

import io.vigie.events.customer.Channel;
import io.vigie.events.customer.ContactDetails;
import io.vigie.events.customer.Purpose;
import io.vigie.retention.law.Permission;
import io.vigie.retention.letters.Addressee;
import io.vigie.retention.letters.Envelope;
import io.vigie.retention.letters.Wording;
import io.vigie.retention.letters.Writing;
import io.vigie.retention.store.Cases;
import io.vigie.retention.store.ContactCard;
import io.vigie.retention.store.ContactCards;
import io.vigie.retention.store.Outgoing;
import io.vigie.retention.store.Permissions;
import io.vigie.retention.store.Sending;
import io.vigie.retention.store.WaveRound;
import io.vigie.retention.store.Waves;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Sends three questions to those whom a wave has drawn: by e-mail where that is open to them, else by letter. */
@ApplicationScoped
class Barometer {
    private static final Logger LOG = Logger.getLogger(Barometer.class);
    private static final String TEXT = "barometer";

    private final WaveRound round;
    private final Cases cases;
    private final ContactCards cards;
    private final Addressees addressees;
    private final Permissions permissions;
    private final InterviewDesk interviews;
    private final Writing writing;
    private final Texts texts;
    private final LetterWriter letters;
    private final Outgoing outgoing;
    private final Clock clock;

    Barometer(
            WaveRound round,
            Cases cases,
            ContactCards cards,
            Addressees addressees,
            Permissions permissions,
            InterviewDesk interviews,
            Writing writing,
            Texts texts,
            LetterWriter letters,
            Outgoing outgoing,
            Clock clock) {
        this.round = round;
        this.cases = cases;
        this.cards = cards;
        this.addressees = addressees;
        this.permissions = permissions;
        this.interviews = interviews;
        this.writing = writing;
        this.texts = texts;
        this.letters = letters;
        this.outgoing = outgoing;
        this.clock = clock;
    }

    /** Asks some of those who were drawn and not asked yet; nobody before it is known where a link leads. */
    void askSome(int limit) {
        boolean more = interviews.hasLinks();
        for (int asked = 0; more && asked < limit; asked++) {
            Optional<Waves.Member> next = round.takeNext();
            next.ifPresent(this::askOne);
            more = next.isPresent();
        }
    }

    /** One who cannot be written to holds up no other. */
    private void askOne(Waves.Member member) {
        try {
            round.ask(member, this::ask);
        } catch (RuntimeException e) {
            LOG.errorf("somebody drawn for wave %s could not be asked: %s", member.wave(), e.getMessage());
        }
    }

    private Optional<String> ask(Waves.Member member) {
        Map<Channel, Permission> allowed = permissions
                .of(member.customer(), Purpose.WIN_BACK, Optional.empty(), Optional.empty())
                .orElse(Map.of());
        if (allowed.get(Channel.EMAIL) instanceof Permission.Allowed && byEmail(member)) {
            return Optional.of("email");
        }
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return allowed.get(Channel.LETTER) instanceof Permission.Allowed
                        && letters.byHand(member.customer(), TEXT, Optional.of(today), Messages.OURSELVES)
                                instanceof LetterWriter.Written.As
                ? Optional.of("letter")
                : Optional.empty();
    }

    private boolean byEmail(Waves.Member member) {
        String customer = member.customer();
        Optional<String> address =
                cards.find(customer).map(ContactCard::contact).flatMap(ContactDetails::email);
        return address.flatMap(to -> cases.latestOf(customer).map(risk -> {
                    Instant now = clock.instant();
                    Addressee addressee = addressees.of(customer);
                    Wording wording = texts.message(writing.of(
                            TEXT,
                            risk,
                            Optional.empty(),
                            addressee,
                            Optional.empty(),
                            interviews.link(customer, Optional.empty()),
                            now));
                    UUID id = UUID.randomUUID();
                    Envelope envelope =
                            new Envelope(Channel.EMAIL, List.of(to), wording.subject(), wording.body(), List.of());
                    return outgoing.intend(
                            new Outgoing.Intent(
                                    id, Sending.Kind.QUESTIONS, new Outgoing.Job(id, id), customer, TEXT, envelope),
                            now);
                }))
                .orElse(false);
    }
}

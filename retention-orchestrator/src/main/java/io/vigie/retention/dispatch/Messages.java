package io.vigie.retention.dispatch;

import io.vigie.events.customer.Channel;
import io.vigie.events.customer.ContactDetails;
import io.vigie.events.customer.Purpose;
import io.vigie.events.retention.Outcome;
import io.vigie.events.retention.Team;
import io.vigie.events.risk.RiskAssessed;
import io.vigie.retention.RetentionSettings;
import io.vigie.retention.casework.IllegalMove;
import io.vigie.retention.casework.RetentionCase;
import io.vigie.retention.casework.TaskOrder;
import io.vigie.retention.law.Approach;
import io.vigie.retention.law.LawBook;
import io.vigie.retention.letters.Addressee;
import io.vigie.retention.letters.Company;
import io.vigie.retention.letters.Envelope;
import io.vigie.retention.letters.Envelope.Enclosure;
import io.vigie.retention.letters.Letter;
import io.vigie.retention.letters.Occasions;
import io.vigie.retention.letters.Offers;
import io.vigie.retention.letters.Situation;
import io.vigie.retention.letters.WayOut;
import io.vigie.retention.letters.Wording;
import io.vigie.retention.letters.Writing;
import io.vigie.retention.store.AuditLog;
import io.vigie.retention.store.Cases;
import io.vigie.retention.store.ContactCard;
import io.vigie.retention.store.ContactCards;
import io.vigie.retention.store.OfferBook;
import io.vigie.retention.store.Outgoing;
import io.vigie.retention.store.Outgoing.Intent;
import io.vigie.retention.store.Outgoing.Job;
import io.vigie.retention.store.Sending;
import io.vigie.retention.store.Worker;
import io.vigie.retention.store.Worker.Seen;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** Writes the messages that nobody needs to write: those of the automatic team, and those a customer has a right to. */
@ApplicationScoped
public class Messages {
    static final String OURSELVES = AuditLog.OURSELVES;

    private final Outgoing outgoing;
    private final Cases cases;
    private final ContactCards cards;
    private final Addressees addressees;
    private final Occasions occasions;
    private final Writing writing;
    private final Offers offers;
    private final OfferBook book;
    private final Company company;
    private final LawBook laws;
    private final Texts texts;
    private final LetterWriter letters;
    private final LetterRoom room;
    private final Worker worker;
    private final RetentionSettings settings;
    private final Clock clock;

    Messages(
            Outgoing outgoing,
            Cases cases,
            ContactCards cards,
            Addressees addressees,
            Occasions occasions,
            Writing writing,
            Offers offers,
            OfferBook book,
            Company company,
            LawBook laws,
            Texts texts,
            LetterWriter letters,
            LetterRoom room,
            Worker worker,
            RetentionSettings settings,
            Clock clock) {
        this.outgoing = outgoing;
        this.cases = cases;
        this.cards = cards;
        this.addressees = addressees;
        this.occasions = occasions;
        this.writing = writing;
        this.offers = offers;
        this.book = book;
        this.company = company;
        this.laws = laws;
        this.texts = texts;
        this.letters = letters;
        this.room = room;
        this.worker = worker;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Takes a task on and keeps what is to be sent for it, both or neither; where nothing can be sent, the task ends as
     * one whose customer was not reached, unless the customer has a right to it: then it is the letter desk's.
     */
    @Transactional
    public void intend(Job job) {
        Optional<RetentionCase> file = cases.find(job.caseId());
        Optional<TaskOrder> order = file.flatMap(one -> one.task(job.task())).map(task -> task.order());
        if (order.isEmpty() || !claimed(job)) {
            return;
        }
        String customer = file.get().opening().customer();
        boolean kept = cases.latestOf(customer)
                .flatMap(risk -> intent(job, order.get(), file.get().opening().purpose(), risk))
                .map(intent -> outgoing.intend(intent, clock.instant()))
                .orElse(false);
        if (!kept && order.get().step().owed()) {
            worker.give(Seen.any(job.task()), Team.LETTER_DESK);
        } else if (!kept) {
            worker.complete(job.task(), Outcome.NOT_REACHED, "", OURSELVES);
        }
    }

    private boolean claimed(Job job) {
        try {
            return worker.claim(job.task(), OURSELVES);
        } catch (IllegalMove e) {
            // a person has taken it on since
            return false;
        }
    }

    private Optional<Intent> intent(Job job, TaskOrder order, Purpose purpose, RiskAssessed risk) {
        ContactDetails contact =
                cards.find(risk.customer()).map(ContactCard::contact).orElse(ContactDetails.NONE);
        boolean owed = order.step().owed();
        WayOut.Reach reach = new WayOut.Reach(
                contact.email().isPresent(),
                contact.phone().isPresent() && settings.sms().url().isPresent());
        String country = risk.decisionInput().country().orElse(company.country());
        Approach approach = new Approach(risk.decisionInput(), country, purpose, order.about(), List.of());
        return WayOut.of(laws, approach, owed, reach, clock.instant()).map(channel -> {
            Letter letter = letter(order, risk);
            return new Intent(
                    job.task(),
                    Sending.Kind.MESSAGE,
                    job,
                    risk.customer(),
                    letter.text(),
                    envelope(job, channel, contact, letter, owed));
        });
    }

    private Letter letter(TaskOrder order, RiskAssessed risk) {
        Addressee to = addressees.of(risk.customer());
        Situation situation = Situation.of(risk, order.about(), order.step().owed());
        return writing.of(
                occasions.fitting(situation),
                risk,
                order.about(),
                to,
                offers.sentence(
                        order.step()
                                .offer()
                                .filter(offers::write)
                                .flatMap(_ -> book.giveInWriting(order.id(), OURSELVES)),
                        to.language()),
                Optional.empty(),
                clock.instant());
    }

    private Envelope envelope(Job job, Channel channel, ContactDetails contact, Letter letter, boolean owed) {
        Wording wording = texts.message(letter);
        if (channel == Channel.SMS) {
            return new Envelope(channel, List.of(contact.phone().orElseThrow()), "", wording.sms(), List.of());
        }
        List<Enclosure> enclosures = owed ? proof(job, letter) : List.of();
        return new Envelope(
                channel, List.of(contact.email().orElseThrow()), wording.subject(), wording.body(), enclosures);
    }

    /** What is owed goes out on a durable medium: the numbered letter itself. */
    private List<Enclosure> proof(Job job, Letter letter) {
        return letters.asProof(letter, job.caseId(), job.task(), OURSELVES).stream()
                .flatMap(kept -> room.sheets(kept).stream()
                        .map(sheets -> new Enclosure(
                                "L-%06d.pdf".formatted(kept.number()),
                                "application/pdf",
                                Base64.getEncoder().encodeToString(sheets))))
                .toList();
    }
}

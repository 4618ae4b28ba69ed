package io.vigie.retention.dispatch;

import io.micrometer.core.instrument.MeterRegistry;
import io.vigie.events.Word;
import io.vigie.events.retention.Offer;
import io.vigie.events.risk.RiskAssessed;
import io.vigie.retention.casework.RetentionCase;
import io.vigie.retention.casework.TaskOrder;
import io.vigie.retention.law.Permission;
import io.vigie.retention.letters.Addressee;
import io.vigie.retention.letters.Letter;
import io.vigie.retention.letters.Occasions;
import io.vigie.retention.letters.Offers;
import io.vigie.retention.letters.Situation;
import io.vigie.retention.letters.Writing;
import io.vigie.retention.store.Cases;
import io.vigie.retention.store.KeptLetter;
import io.vigie.retention.store.Letters;
import io.vigie.retention.store.OfferBook;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** Writes letters: what a task asks for, what a person decides, what the law wants. */
@ApplicationScoped
public class LetterWriter {
    private final Letters letters;
    private final Cases cases;
    private final Addressees addressees;
    private final Occasions occasions;
    private final Offers offers;
    private final OfferBook book;
    private final InterviewDesk interviews;
    private final Writing writing;
    private final LastLook lastLook;
    private final MeterRegistry metrics;
    private final Clock clock;

    LetterWriter(
            Letters letters,
            Cases cases,
            Addressees addressees,
            Occasions occasions,
            Offers offers,
            OfferBook book,
            InterviewDesk interviews,
            Writing writing,
            LastLook lastLook,
            MeterRegistry metrics,
            Clock clock) {
        this.letters = letters;
        this.cases = cases;
        this.addressees = addressees;
        this.occasions = occasions;
        this.offers = offers;
        this.book = book;
        this.interviews = interviews;
        this.writing = writing;
        this.lastLook = lastLook;
        this.metrics = metrics;
        this.clock = clock;
    }

    /** Why there is no letter. */
    public enum Lacking implements Word {
        NO_TASK,
        NO_CUSTOMER,
        NO_ADDRESS,
        NO_DEADLINE,
        NO_KEY,
        /** By the law; what it says is told where it can be. */
        NOT_PERMITTED
    }

    /** What came of asking for a letter. */
    public sealed interface Written {
        record As(KeptLetter letter) implements Written {}

        record Not(Lacking why) implements Written {}

        record Barred(Permission by) implements Written {}

        /** Why there is none, where there is none. */
        default Optional<Lacking> lacking() {
            return switch (this) {
                case As _ -> Optional.empty();
                case Not(Lacking why) -> Optional.of(why);
                case Barred _ -> Optional.of(Lacking.NOT_PERMITTED);
            };
        }
    }

    /** The letter that carries out a task; asked for again it is the same. */
    public Written forTask(UUID caseId, UUID task, String by) {
        Optional<KeptLetter> before = letters.ofTask(task);
        if (before.isPresent()) {
            return new Written.As(before.get());
        }
        Optional<RetentionCase> one = cases.find(caseId);
        Optional<TaskOrder> order = one.flatMap(file -> file.task(task)).map(found -> found.order());
        if (order.isEmpty()) {
            return new Written.Not(Lacking.NO_TASK);
        }
        Why why = new Why(
                Optional.empty(),
                order.get().about(),
                order.get().step().owed(),
                order.get().step().offer(),
                Optional.of(caseId),
                Optional.of(task));
        return write(one.get().opening().customer(), why, Optional.empty(), by);
    }

    /**
     * A letter that a person wants written, or the law.
     *
     * @param forDay the date that it is owed for, of which there is one letter only
     */
    public Written byHand(String customer, String text, Optional<LocalDate> forDay, String by) {
        Why why = new Why(
                Optional.of(text), Optional.empty(), false, Optional.empty(), Optional.empty(), Optional.empty());
        return write(customer, why, forDay, by);
    }

    /** The numbered letter that goes with a message, as proof of what was said; no address is needed. */
    Optional<KeptLetter> asProof(Letter letter, UUID caseId, UUID task, String by) {
        letters.add(
                new Letters.Order(letter, Optional.of(caseId), Optional.of(task), Optional.empty(), by),
                clock.instant());
        return letters.ofTask(task);
    }

    private Written write(String customer, Why why, Optional<LocalDate> forDay, String by) {
        Optional<RiskAssessed> risk = cases.latestOf(customer);
        Addressee to = addressees.of(customer);
        if (risk.isEmpty() || cases.hidden(customer)) {
            return new Written.Not(Lacking.NO_CUSTOMER);
        }
        if (to.address().isEmpty()) {
            return new Written.Not(Lacking.NO_ADDRESS);
        }
        String text = why.text(occasions, risk.get());
        Optional<Permission> barred = lastLook.against(customer, text, why.caseId(), why.task());
        if (barred.isPresent()) {
            return new Written.Barred(barred.get());
        }
        Letter letter = writing.of(
                text,
                risk.get(),
                why.about().or(() -> occasions.matterOf(text, risk.get())),
                to,
                offers.sentence(offered(why, by), to.language()),
                occasions.asking().contains(text) ? interviews.link(customer, why.caseId()) : Optional.empty(),
                clock.instant());
        if (occasions.withDeadline().contains(letter.text())
                && letter.deadline().isEmpty()) {
            return new Written.Not(Lacking.NO_DEADLINE);
        }
        Optional<KeptLetter> kept = letters.add(
                        new Letters.Order(letter, why.caseId(), why.task(), forDay, by), clock.instant())
                .flatMap(letters::find)
                .or(() -> why.task().flatMap(letters::ofTask));
        kept.ifPresent(_ ->
                metrics.counter("vigie.letters.written", "text", letter.text()).increment());
        return kept.<Written>map(Written.As::new).orElseGet(() -> new Written.Not(Lacking.NO_KEY));
    }

    private Optional<Offer> offered(Why why, String by) {
        return why.offer().filter(offers::write).flatMap(_ -> why.task()).flatMap(task -> book.giveInWriting(task, by));
    }

    /** What a letter is written for. */
    private record Why(
            Optional<String> wanted,
            Optional<String> about,
            boolean owed,
            Optional<Offer> offer,
            Optional<UUID> caseId,
            Optional<UUID> task) {
        String text(Occasions occasions, RiskAssessed risk) {
            return wanted.orElseGet(() -> occasions.fitting(Situation.of(risk, about, owed)));
        }
    }
}

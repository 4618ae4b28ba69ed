package io.vigie.retention.store;

import io.micrometer.core.instrument.MeterRegistry;
import io.vigie.events.retention.Offer;
import io.vigie.retention.RetentionSettings;
import io.vigie.retention.casework.Doer;
import io.vigie.retention.casework.IllegalMove;
import io.vigie.retention.casework.OfferBudget;
import io.vigie.retention.casework.OfferDesk;
import io.vigie.retention.casework.OfferStanding;
import io.vigie.retention.policy.OfferCaps;
import io.vigie.retention.policy.Rulebook;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;

/** Who asked for, approved of and made which offer, and what that leaves of the month's budget. */
@ApplicationScoped
public class OfferBook {
    private final OfferRows rows;
    private final Rulebook rulebook;
    private final AuditLog audit;
    private final MeterRegistry metrics;
    private final RetentionSettings settings;
    private final Clock clock;

    OfferBook(
            OfferRows rows,
            Rulebook rulebook,
            AuditLog audit,
            MeterRegistry metrics,
            RetentionSettings settings,
            Clock clock) {
        this.rows = rows;
        this.rulebook = rulebook;
        this.audit = audit;
        this.metrics = metrics;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * What a month's budget held and what went.
     *
     * @param offer empty for all together
     * @param cap major units; empty where there is no bound
     * @param spent given or promised, minor units
     */
    public record Spending(Optional<String> offer, Optional<Double> cap, long spent) {}

    /** None where there is no such task, or it carries no offer. */
    @Transactional
    public Optional<OfferEntry> find(UUID task) {
        return rows.find(task);
    }

    /**
     * What waits for somebody's word, the oldest first.
     *
     * @param after the task of the last of the page before
     */
    @Transactional
    public List<OfferEntry> asked(int limit, Optional<UUID> after) {
        return rows.asked(limit, after);
    }

    /** This month, all together first. */
    @Transactional
    public List<Spending> spending() {
        Instant now = clock.instant();
        OfferCaps caps = rulebook.at(now).offerCaps();
        Map<String, Long> spent = rows.spent(month(now));
        List<Spending> all = new ArrayList<>();
        all.add(new Spending(
                Optional.empty(),
                caps.all(),
                spent.values().stream().mapToLong(Long::longValue).sum()));
        TreeSet<String> names = new TreeSet<>(caps.byOffer().keySet());
        names.addAll(spent.keySet());
        names.forEach(name -> all.add(new Spending(Optional.of(name), caps.of(name), spent.getOrDefault(name, 0L))));
        return all;
    }

    /**
     * @return none where there is no such task, or it carries no offer
     * @throws IllegalMove when nobody need be asked, or it was decided already
     */
    @Transactional
    public Optional<OfferEntry> ask(UUID task, Doer by) {
        return step(
                task, by, "ask for offer", "", (entry, now) -> OfferDesk.ask(entry.standing(), entry.offer(), by, now));
    }

    /**
     * @return none where there is no such task, or it carries no offer
     * @throws IllegalMove when nobody asked, whoever asked approves, or the budget does not hold it
     */
    @Transactional
    public Optional<OfferEntry> approve(UUID task, Doer by) {
        return step(
                task,
                by,
                "approve offer",
                "",
                (entry, now) -> OfferDesk.approve(entry.standing(), entry.offer(), budget(entry, now), by, now));
    }

    /**
     * @return none where there is no such task, or it carries no offer
     * @throws IllegalMove when nobody asked, or it was decided already
     */
    @Transactional
    public Optional<OfferEntry> refuse(UUID task, String because, Doer by) {
        return step(
                task,
                by,
                "refuse offer",
                because,
                (entry, now) -> OfferDesk.refuse(entry.standing(), because, by, now));
    }

    /**
     * The customer takes the offer of a task.
     *
     * @return none where there is no such task, or it carries no offer
     * @throws IllegalMove when somebody has to approve of it first, or the budget does not hold it
     */
    @Transactional
    public Optional<OfferEntry> give(UUID task, Doer by) {
        return step(
                task,
                by,
                "give offer",
                "",
                (entry, now) -> OfferDesk.give(entry.standing(), entry.offer(), budget(entry, now), by, now));
    }

    /** @throws IllegalMove besides when the task carries no offer that a customer could take */
    void taken(UUID task, Doer by) {
        if (give(task, by).isEmpty()) {
            throw OfferDesk.noOffer();
        }
    }

    /** What may be put in writing to the customer of a task, and is given by that; none where it may not be. */
    @Transactional
    public Optional<Offer> giveInWriting(UUID task, String by) {
        try {
            return give(task, Doer.agent(by))
                    .map(entry -> new Offer(entry.offer().name(), entry.offer().most(), false));
        } catch (IllegalMove notAllowed) {
            metrics.counter("vigie.retention.offers", "step", "left out").increment();
            return Optional.empty();
        }
    }

    private Optional<OfferEntry> step(UUID task, Doer by, String did, String because, Step step) {
        rows.lock();
        Instant now = clock.instant();
        return rows.find(task).map(entry -> {
            if (!entry.toDo()) {
                throw OfferDesk.over();
            }
            OfferStanding next = step.from(entry, now);
            if (next.equals(entry.standing())) {
                return entry;
            }
            OfferEntry after = entry.with(next);
            rows.save(after, month(now));
            audit.note(now, by.name(), did + ": " + entry.offer().name(), "task/" + task, because);
            metrics.counter("vigie.retention.offers", "step", after.status().word())
                    .increment();
            return after;
        });
    }

    private OfferBudget budget(OfferEntry entry, Instant now) {
        Map<String, Long> spent = rows.spent(month(now));
        return new OfferBudget(
                rulebook.at(now).offerCaps(),
                spent.values().stream().mapToLong(Long::longValue).sum(),
                spent.getOrDefault(entry.offer().name(), 0L),
                Math.pow(10, Currency.getInstance(entry.currency()).getDefaultFractionDigits()));
    }

    private LocalDate month(Instant now) {
        return LocalDate.ofInstant(now, settings.zone()).withDayOfMonth(1);
    }

    @FunctionalInterface
    private interface Step {
        OfferStanding from(OfferEntry entry, Instant now);
    }
}

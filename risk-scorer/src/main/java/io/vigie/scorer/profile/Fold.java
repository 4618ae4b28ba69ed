package io.vigie.scorer.profile;

import com.fasterxml.jackson.databind.JsonNode;
import io.vigie.events.risk.Unavoidable;
import io.vigie.events.signal.Role;
import io.vigie.events.signal.Signal;
import io.vigie.events.signal.SignalCatalogue;
import io.vigie.events.signal.SignalType;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Folds a customer's timeline into a profile, one entry at a time and always in the entries' own order, so that the
 * same set of entries gives the same profile to the last bit.
 */
public final class Fold {
    private final SignalCatalogue catalogue;
    private final LifeRules rules;
    private final Counting counting;

    public Fold(SignalCatalogue catalogue, LifeRules rules) {
        this.catalogue = catalogue;
        this.rules = rules;
        this.counting = new Counting(catalogue);
    }

    /** The profile of entries that are in order already. */
    public Profile of(Iterable<Entry> inOrder) {
        Profile profile = Profile.EMPTY;
        for (Entry entry : inOrder) {
            profile = step(profile, entry);
        }
        return profile;
    }

    /**
     * The profile after one more entry.
     *
     * @throws IllegalArgumentException when the entry does not come after those folded
     */
    public Profile step(Profile profile, Entry entry) {
        if (!profile.precedes(entry)) {
            throw new IllegalArgumentException("an entry that is not the last needs a refold");
        }
        if (entry instanceof Entry.Earlier earlier) {
            return counting.fadingAsNow(earlier.profile());
        }
        Draft draft = new Draft(lifeEndedBy(profile, entry.time()));
        draft.position = Optional.of(entry.position());
        if (draft.life.isEmpty()) {
            draft.beginLife(entry.time());
        }
        switch (entry) {
            case Entry.Known known -> Turns.know(draft, known.record());
            case Entry.Happened happened -> happen(draft, happened.signal());
            case Entry.Earlier _ -> throw new IllegalStateException("what came earlier is a profile already");
        }
        return draft.toProfile();
    }

    /** The profile at an instant: its life has ended, its contracts have renewed themselves, where they were to by then. */
    public Profile endedBy(Profile profile, Instant now) {
        return renewedBy(lifeEndedBy(profile, now), now);
    }

    private Profile lifeEndedBy(Profile profile, Instant now) {
        return LifeEnd.expected(profile, rules)
                .filter(end -> !end.at().isAfter(now))
                .map(end -> {
                    Draft draft = new Draft(profile);
                    draft.endLife(end.at(), end.leaving(), end.cause());
                    return draft.toProfile();
                })
                .orElse(profile);
    }

    /** Kept as they were told, contracts are renewed for whoever looks. */
    private Profile renewedBy(Profile profile, Instant now) {
        for (OpenContract open : profile.contracts().values()) {
            if (Renewals.due(open.terms(), now)) {
                Map<String, OpenContract> renewed = new TreeMap<>(profile.contracts());
                renewed.replaceAll((_, one) -> one.at(now, rules.zone()));
                return profile.under(renewed);
            }
        }
        return profile;
    }

    private void happen(Draft draft, Signal signal) {
        catalogue.find(signal.type()).ifPresent(type -> {
            if (draft.lost() && beginsLife(type.role())) {
                draft.beginLife(signal.time());
            }
            Matters.forget(draft, catalogue, signal.time());
            Matters.settle(draft, catalogue, type, signal);
            counting.count(draft, type, signal);
            Matters.open(draft, type, signal);
            draft.causes.put(type.type(), type.cause().of(signal.attributes()));
            type.unavoidableCause(signal.attributes())
                    .ifPresent(cause -> draft.unavoidable = Optional.of(new Unavoidable(cause, signal.time())));
            play(draft, type, signal);
        });
    }

    private static boolean beginsLife(Role role) {
        return switch (role) {
            case ORDER, CONTRACT_STARTED, CONTRACT_RENEWED, RETURNED -> true;
            default -> false;
        };
    }

    private void play(Draft draft, SignalType type, Signal signal) {
        JsonNode data = signal.attributes();
        long amount = data.path("amount").asLong(0);
        long day = rules.dayOf(signal.time());
        switch (type.role()) {
            case ORDER ->
                draft.orders = Optional.of(draft.orders
                        .map(orders -> orders.plus(signal.time(), day, amount))
                        .orElseGet(() -> Orders.firstOf(signal.time(), day, amount)));
            case ORDER_RETURNED -> draft.orders = draft.orders.map(orders -> orders.returned(day, amount));
            case CONTRACT_STARTED, CONTRACT_RENEWED -> Turns.startOrRenew(draft, signal, amount, rules.zone());
            case CONTRACT_ENDED -> Turns.endContract(draft, type, signal);
            case ACCOUNT_CLOSED -> Turns.endLife(draft, type, signal);
            case CONTACT -> draft.contacts = Contacts.plus(draft.contacts, signal);
            case OCCURRENCE, RETURNED, TERMINATION_NOTIFIED -> {}
        }
    }
}

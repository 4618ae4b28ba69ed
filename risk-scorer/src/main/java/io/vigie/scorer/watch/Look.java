package io.vigie.scorer.watch;

import io.vigie.events.risk.Trigger;
import io.vigie.scorer.profile.Entry;
import java.time.Instant;
import java.util.Optional;

/** One look at a customer: as of when, why, and what came, where something did. */
record Look(String customer, Instant at, Optional<Entry> entry, Instant now, Trigger trigger) {
    Look(String customer, Instant at, Optional<Entry> entry, Instant now) {
        this(customer, at, entry, now, trigger(entry));
    }

    static Look forTheModel(String customer, Instant at, Instant now) {
        return new Look(customer, at, Optional.empty(), now, Trigger.MODEL);
    }

    private static Trigger trigger(Optional<Entry> entry) {
        return entry.map(one -> one instanceof Entry.Known ? Trigger.CUSTOMER : Trigger.SIGNAL)
                .orElse(Trigger.TIMER);
    }
}

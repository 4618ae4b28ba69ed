package io.vigie.scorer.watch;

import io.vigie.events.risk.Trigger;
import io.vigie.scorer.profile.Entry;
import java.time.Instant;
import java.util.Optional;

/** One look at a customer: as of when, and what came, where something did. */
record Look(String customer, Instant at, Optional<Entry> entry, Instant now) {
    Trigger trigger() {
        return entry.map(one -> one instanceof Entry.Known ? Trigger.CUSTOMER : Trigger.SIGNAL)
                .orElse(Trigger.TIMER);
    }
}

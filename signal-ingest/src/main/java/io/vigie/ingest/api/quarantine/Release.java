package io.vigie.ingest.api.quarantine;

import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import io.vigie.ingest.store.Aliases;
import io.vigie.ingest.store.DatabaseAway;
import io.vigie.ingest.store.Quarantine;
import io.vigie.ingest.store.Quarantined;
import io.vigie.ingest.stream.NotAcknowledged;
import io.vigie.ingest.stream.WaitingRoom;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Sends by itself what waited for an alias that is known now, in the order in which it came. */
@ApplicationScoped
public class Release implements WaitingRoom {
    private static final int AT_ONCE = 200;

    private final Quarantine quarantine;
    private final Aliases aliases;
    private final Resending resending;

    Release(Quarantine quarantine, Aliases aliases, Resending resending) {
        this.quarantine = quarantine;
        this.aliases = aliases;
        this.resending = resending;
    }

    /** Something came to wait while its alias may have been learned; whoever commits last sees the other. */
    @Override
    public void entered(List<String> awaited) {
        List<String> known = aliases.known(awaited);
        if (!known.isEmpty()) {
            learned(known);
        }
    }

    public void learned(List<String> known) {
        each(after -> quarantine.waitingFor(known, after, AT_ONCE));
    }

    /** Takes up what a crash or a missing broker left behind. */
    @Scheduled(every = "60s", delayed = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void leftBehind() {
        each(after -> quarantine.releasable(after, AT_ONCE));
    }

    /** Page after page: what has to go on waiting, for its source to come back, say, is passed by. */
    private void each(Function<Optional<UUID>, List<Quarantined>> waiting) {
        try {
            List<Quarantined> some = waiting.apply(Optional.empty());
            while (!some.isEmpty()) {
                resending.again(some, Optional.empty());
                some = waiting.apply(Optional.of(some.getLast().id()));
            }
        } catch (NotAcknowledged | DatabaseAway e) {
            Log.warnf("what waited is not sent yet, and is tried again within a minute: %s", e.getMessage());
        }
    }
}

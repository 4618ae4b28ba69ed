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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.eclipse.microprofile.context.ManagedExecutor;

/**
 * Sends by itself what waited for an alias that is known now, in the order in which it came, while nobody waits for it:
 * whoever learned the alias is answered before.
 */
@ApplicationScoped
public class Release implements WaitingRoom {
    private static final int AT_ONCE = 200;
    private static final int ALIASES_AT_ONCE = 1_000;
    private static final int MOST_NEWS = 10_000;

    private final Quarantine quarantine;
    private final Aliases aliases;
    private final Resending resending;
    private final ManagedExecutor background;
    private final BlockingQueue<String> news = new ArrayBlockingQueue<>(MOST_NEWS);
    private final AtomicBoolean awake = new AtomicBoolean();

    Release(Quarantine quarantine, Aliases aliases, Resending resending, ManagedExecutor background) {
        this.quarantine = quarantine;
        this.aliases = aliases;
        this.resending = resending;
        this.background = background;
    }

    /** Something came to wait while its alias may have been learned; whoever commits last sees the other. */
    @Override
    public void entered(List<String> awaited) {
        List<String> known = aliases.known(awaited);
        if (!known.isEmpty()) {
            learned(known);
        }
    }

    /** Returns at once; what finds no room in the news is found within a minute all the same. */
    public void learned(List<String> known) {
        known.stream().takeWhile(news::offer).forEach(_ -> wake());
    }

    private void wake() {
        if (awake.compareAndSet(false, true)) {
            background.execute(this::work);
        }
    }

    private void work() {
        try {
            List<String> known = new ArrayList<>();
            while (news.drainTo(known, ALIASES_AT_ONCE) > 0) {
                List<String> now = List.copyOf(known);
                each(after -> quarantine.waitingFor(now, after, AT_ONCE));
                known.clear();
            }
        } finally {
            awake.set(false);
        }
        if (!news.isEmpty()) {
            wake();
        }
    }

    /** Takes up what a crash, a missing broker or too much news left behind. */
    @Scheduled(every = "60s", delayed = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void leftBehind() {
        each(after -> quarantine.releasable(after, AT_ONCE));
    }

    /** One at a time, so that nothing is sent twice for no reason; page after page: what has to go on waiting, for its source to come back, say, is passed by. */
    private synchronized void each(Function<Optional<UUID>, List<Quarantined>> waiting) {
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

package io.vigie.ingest.api.quarantine;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.All;
import io.quarkus.logging.Log;
import io.vigie.events.wire.Via;
import io.vigie.ingest.api.answers.Problems;
import io.vigie.ingest.intake.Refusal;
import io.vigie.ingest.store.DatabaseAway;
import io.vigie.ingest.store.Quarantine;
import io.vigie.ingest.store.QuarantineFilter;
import io.vigie.ingest.store.Quarantined;
import io.vigie.ingest.stream.Delivery;
import io.vigie.ingest.stream.NotAcknowledged;
import io.vigie.ingest.stream.Publisher;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Sends what was refused again, the way it came in; what is refused again stays open with the new reason. */
@ApplicationScoped
public class Resending {
    private static final int AT_ONCE = 100;

    private final Map<Via, WayIn> ways;
    private final Quarantine quarantine;
    private final Publisher publisher;
    private final InstantSource clock;
    private final MeterRegistry meters;

    Resending(
            @All List<WayIn> ways,
            Quarantine quarantine,
            Publisher publisher,
            InstantSource clock,
            MeterRegistry meters) {
        this.ways = ways.stream().collect(Collectors.toMap(WayIn::via, Function.identity()));
        this.quarantine = quarantine;
        this.publisher = publisher;
        this.clock = clock;
        this.meters = meters;
    }

    /** Whether there is a way to send it again at all; what the scorer refused was taken before. */
    public boolean possible(Quarantined what) {
        return what.open() && ways.containsKey(what.via());
    }

    /**
     * @param body what to send instead of what came
     * @param by who sends it
     * @return why it is refused again; empty when it was taken
     */
    public Optional<Refusal> mended(Quarantined what, byte[] body, String by) {
        Delivery delivery = publisher.begin();
        Optional<Refusal> refused = sent(way(what), what, body, delivery);
        delivery.await();
        if (refused.isEmpty()) {
            settle(List.of(what), Optional.of(by));
        }
        return refused;
    }

    private Optional<Refusal> sent(WayIn way, Quarantined what, byte[] body, Delivery delivery) {
        Optional<Refusal> refused = way.again(what, body, delivery);
        refused.ifPresent(why -> quarantine.refuseAgain(what.id(), why, body));
        return refused;
    }

    /**
     * All of them without mending, in their order; settled together once the broker has them.
     *
     * @param by who sends them; empty where they came to be taken by themselves
     * @return how many were taken
     */
    long again(List<Quarantined> some, Optional<String> by) {
        Map<Via, WayIn> opened = new EnumMap<>(Via.class);
        Delivery delivery = publisher.begin();
        List<Quarantined> taken = some.stream()
                .filter(this::possible)
                .filter(what ->
                        taken(opened.computeIfAbsent(what.via(), _ -> way(what).forMany()), what, delivery))
                .toList();
        delivery.await();
        settle(taken, by);
        return taken.size();
    }

    /** What fails for a reason of its own stays where it is and stands in nobody's way. */
    private boolean taken(WayIn way, Quarantined what, Delivery delivery) {
        try {
            return sent(way, what, what.current(), delivery).isEmpty();
        } catch (NotAcknowledged | DatabaseAway e) {
            throw e;
        } catch (RuntimeException e) {
            Log.errorf(
                    "what was refused as %s could not be sent again: %s",
                    what.id(), e.getClass().getName());
            return false;
        }
    }

    /**
     * All of a kind, in the order in which they came.
     *
     * @param most how many at most
     * @param after the last of the call before, where there is one
     * @param by who sends them
     */
    public Answer all(QuarantineFilter filter, Optional<UUID> after, int most, String by) {
        long resent = 0;
        long refused = 0;
        Optional<UUID> last = after;
        while (resent + refused < most) {
            int wanted = (int) Math.min(AT_ONCE, most - resent - refused);
            List<Quarantined> some = quarantine.oldest(filter.open(), last, wanted);
            long taken = again(some, Optional.of(by));
            resent += taken;
            refused += some.size() - taken;
            if (some.size() < wanted) {
                return new Answer(resent, refused, Optional.empty());
            }
            last = Optional.of(some.getLast().id());
        }
        return new Answer(resent, refused, last);
    }

    private WayIn way(Quarantined what) {
        return Optional.ofNullable(ways.get(what.via()))
                .orElseThrow(() -> Problems.of(
                        409,
                        "cannot-be-resent",
                        "what came " + what.via().word() + " cannot be sent again from here; drop it"));
    }

    private void settle(List<Quarantined> taken, Optional<String> by) {
        if (!taken.isEmpty()) {
            List<UUID> ids = taken.stream().map(Quarantined::id).toList();
            quarantine
                    .settle(ids, Quarantined.Status.RESENT, by, clock.instant())
                    .forEach(reason -> meters.counter("vigie.quarantine.resent", "reason", reason)
                            .increment());
        }
    }

    /**
     * What became of all of a kind.
     *
     * @param refused how many were refused again and stay open
     * @param next where to go on with {@code after}, when there may be more
     */
    public record Answer(long resent, long refused, Optional<UUID> next) {}
}

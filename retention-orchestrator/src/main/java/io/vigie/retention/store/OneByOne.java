package io.vigie.retention.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.jboss.logging.Logger;

/** Takes a batch; where something in it cannot be kept, one by one, so that only the culprit is set aside. */
@ApplicationScoped
public class OneByOne {
    private static final Logger LOG = Logger.getLogger(OneByOne.class);

    private final Ledger ledger;

    OneByOne(Ledger ledger) {
        this.ledger = ledger;
    }

    /**
     * Takes arrivals in their order.
     *
     * @return how many could not be read, decided on or kept
     * @throws RuntimeException when the database is away, which is to be waited for
     */
    public int take(List<Arrival> arrivals) {
        return take(arrivals, this::keep, Arrival::origin);
    }

    /** A tick is told on whoever cannot be dealt with: else a replay would wait for it for ever. */
    private int keep(List<Arrival> some) {
        try {
            return ledger.take(some);
        } catch (RuntimeException e) {
            if (some.size() == 1
                    && some.getFirst() instanceof Arrival.TickPassed passed
                    && StoreFailure.faultOfTheData(e).isPresent()) {
                ledger.passEach(passed.tick());
                return ledger.take(some);
            }
            throw e;
        }
    }

    /**
     * The same of anything that comes in batches.
     *
     * @param keep keeps some, or none of them; says how many could not be read
     */
    public <T> int take(List<T> all, ToIntFunction<List<T>> keep, Function<T, Arrival.Origin> origin) {
        try {
            return keep.applyAsInt(all);
        } catch (RuntimeException e) {
            if (StoreFailure.faultOfTheData(e).isEmpty()) {
                throw e;
            }
            LOG.warnf("a batch cannot be kept together and is taken one by one: %s", e.getMessage());
            return all.stream()
                    .mapToInt(one -> alone(one, keep, origin.apply(one)))
                    .sum();
        }
    }

    private <T> int alone(T one, ToIntFunction<List<T>> keep, Arrival.Origin origin) {
        try {
            return keep.applyAsInt(List.of(one));
        } catch (RuntimeException e) {
            String fault = StoreFailure.faultOfTheData(e).orElseThrow(() -> e);
            LOG.warnf(
                    "%s %d/%d is kept aside: %s",
                    origin.topic(), origin.partition(), origin.position(), e.getMessage());
            return ledger.take(List.of(new Arrival.Unreadable(origin, "the database cannot hold it (" + fault + ")")));
        }
    }
}

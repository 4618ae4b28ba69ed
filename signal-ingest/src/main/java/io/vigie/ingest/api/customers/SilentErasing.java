package io.vigie.ingest.api.customers;

import io.quarkus.logging.Log;
import io.vigie.ingest.store.DatabaseAway;
import io.vigie.ingest.store.Purges.Purge;
import io.vigie.ingest.stream.NotAcknowledged;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Erases who has been silent for too long, some at a time, and says how far it came however it ends: each erasure stands
 * by itself, so what is left can be gone on with.
 *
 * @param some the next of them, until there is none
 * @param reporter keeps how far it has come
 */
record SilentErasing(Supplier<List<String>> some, Consumer<String> erasure, Consumer<Purge> reporter) {
    Purge run(Purge due) {
        Purge reached = due;
        try {
            for (List<String> next = some.get(); !next.isEmpty(); next = some.get()) {
                for (String customer : next) {
                    boolean told = told(customer);
                    reached = reached.reached(reached.removed() + 1, false);
                    if (!told) {
                        return reported(reached);
                    }
                }
                reporter.accept(reached);
            }
        } catch (DatabaseAway e) {
            Log.warnf("not all who are silent are erased yet, which is gone on with: %s", e.getMessage());
            return reported(reached);
        }
        return reported(reached.reached(reached.removed(), true));
    }

    /** Of whom the broker does not hear now it is told later; they are erased all the same. */
    private boolean told(String customer) {
        try {
            erasure.accept(customer);
            return true;
        } catch (NotAcknowledged e) {
            Log.warnf("not all who are silent are erased yet, which is gone on with: %s", e.getMessage());
            return false;
        }
    }

    private Purge reported(Purge reached) {
        try {
            reporter.accept(reached);
        } catch (DatabaseAway e) {
            Log.warnf("that %d silent customers were erased is not kept: %s", reached.removed(), e.getMessage());
        }
        return reached;
    }
}

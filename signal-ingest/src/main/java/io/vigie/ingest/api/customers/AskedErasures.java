package io.vigie.ingest.api.customers;

import io.vigie.ingest.intake.Forgetting;
import io.vigie.ingest.store.ErasureRows;
import io.vigie.ingest.stream.Erasures;
import jakarta.enterprise.context.ApplicationScoped;

/** Erases whom another system has erased, once, however often it says so. */
@ApplicationScoped
public class AskedErasures {
    private final Erasures erasures;
    private final Erasing erasing;

    AskedErasures(Erasures erasures, Erasing erasing) {
        this.erasures = erasures;
        this.erasing = erasing;
    }

    /**
     * Returns when the broker has it.
     *
     * @param source who says so
     */
    public void carryOut(Forgetting asked, String source) {
        if (!erasures.since(asked.customer(), asked.at())) {
            erasing.erase(asked.customer(), source, ErasureRows.Why.ASKED);
        }
    }
}

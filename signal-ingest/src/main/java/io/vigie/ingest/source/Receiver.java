package io.vigie.ingest.source;

import io.vigie.events.customer.Customer;
import io.vigie.events.signal.Signal;
import io.vigie.ingest.intake.Consented;

/** Whoever takes what an import yields, row by row. */
public interface Receiver {
    void take(Signal signal);

    void take(Customer customer);

    void take(Consented consented);

    void refuse(RefusedRow row);
}

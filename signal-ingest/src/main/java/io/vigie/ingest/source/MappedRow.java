package io.vigie.ingest.source;

import com.fasterxml.jackson.databind.JsonNode;
import io.vigie.events.customer.Customer;
import io.vigie.events.signal.Signal;
import io.vigie.ingest.intake.Consented;
import io.vigie.ingest.intake.Forgetting;
import java.util.List;

/** What a row or group stands for: all of it is taken, or none. */
record MappedRow(
        List<Signal> signals, List<MappedCustomer> customers, List<Consented> consents, List<Forgetting> erasures) {
    boolean isEmpty() {
        return signals.isEmpty() && customers.isEmpty() && consents.isEmpty() && erasures.isEmpty();
    }

    /**
     * @param written the record as the mapping wrote it, to tell whether it changed
     */
    record MappedCustomer(Customer customer, JsonNode written) {}
}

package io.vigie.ingest.source;

import io.vigie.events.customer.Customer;
import io.vigie.events.signal.Signal;
import io.vigie.ingest.intake.Consented;
import io.vigie.ingest.intake.Forgetting;
import io.vigie.ingest.intake.Refusal;
import java.util.List;

/** What became of one event that a system posted by itself. */
public sealed interface WebhookResult {
    /** All that the event stands for. */
    record Taken(List<Signal> signals, List<Customer> customers, List<Consented> consents, List<Forgetting> erasures)
            implements WebhookResult {}

    /** An event that the mapping has nothing to say of: senders send more than anyone needs. */
    record Ignored() implements WebhookResult {}

    /**
     * An event that cannot be taken.
     *
     * @param raw its bytes, to be sent again as the content type says
     */
    @SuppressWarnings("ArrayRecordComponent") // the bytes are passed on, never compared
    record Refused(Refusal why, byte[] raw, String contentType) implements WebhookResult {}
}

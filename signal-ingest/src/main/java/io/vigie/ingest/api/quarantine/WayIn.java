package io.vigie.ingest.api.quarantine;

import io.vigie.events.wire.Via;
import io.vigie.ingest.intake.Refusal;
import io.vigie.ingest.store.Quarantined;
import io.vigie.ingest.stream.Delivery;
import java.util.Optional;

/** One way by which things come in, for sending what was refused that way again; ids stay what they were. */
public interface WayIn {
    Via via();

    /**
     * @param body what to send, mended or as it came, of the content type that it came with
     * @param delivery takes what needs no more than to be sent; it is with the broker once that has been awaited
     * @return why it is refused again; empty when it is taken
     * @throws io.vigie.ingest.stream.NotAcknowledged when the broker does not say that it has it
     */
    Optional<Refusal> again(Quarantined what, byte[] body, Delivery delivery);

    /** The same way for many, which may share what each would load anew. */
    default WayIn forMany() {
        return this;
    }
}

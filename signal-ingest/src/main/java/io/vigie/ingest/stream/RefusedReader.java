package io.vigie.ingest.stream;

import io.vigie.events.wire.Event;
import io.vigie.events.wire.EventCodec;
import io.vigie.events.wire.Ids;
import io.vigie.events.wire.MalformedEvent;
import io.vigie.events.wire.Refused;
import io.vigie.ingest.store.QuarantineInbox.Arrival;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Reads a record of the refused topic; one that is none stops nothing. */
final class RefusedReader {
    private static final Pattern UUID_TEXT =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    private RefusedReader() {}

    /**
     * @param seal opens its bytes where they are shut
     */
    static Optional<Arrival> read(ConsumerRecord<String, byte[]> record, RefusedSeal seal) {
        try {
            Event<?> event = EventCodec.read(record);
            return event.data() instanceof Refused kept
                    ? seal.opened(kept).map(refused -> arrival(event, refused))
                    : Optional.empty();
        } catch (MalformedEvent | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Arrival arrival(Event<?> event, Refused refused) {
        refused.decodeRaw();
        return new Arrival(id(event), event.subject(), refused);
    }

    private static UUID id(Event<?> event) {
        return UUID_TEXT.matcher(event.id()).matches()
                ? UUID.fromString(event.id())
                : Ids.derived(event.source() + "\n" + event.id(), "quarantined");
    }
}

package io.vigie.ingest.store;

import io.vigie.events.Word;
import io.vigie.events.wire.Via;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Something that was refused, kept until it is mended, dropped or too old.
 *
 * @param at when it came in
 * @param source where it came from, as far as known
 * @param key the customer's id, or the source where no customer is known
 * @param line its line in an imported file
 * @param raw the bytes as they came
 * @param mended the bytes of the last try to mend it, which was refused too
 * @param waitsFor aliases of which one must become known for it to be taken by itself
 * @param settledAt since when it is not open any more
 * @param settledBy who mended or dropped it; empty where it came to be taken by itself
 */
@SuppressWarnings("ArrayRecordComponent") // the bytes are passed on, never compared
public record Quarantined(
        UUID id,
        Instant at,
        Via via,
        String source,
        String key,
        String reason,
        String detail,
        Optional<Long> line,
        String contentType,
        byte[] raw,
        Optional<byte[]> mended,
        List<String> waitsFor,
        Status status,
        Optional<Instant> settledAt,
        Optional<String> settledBy) {

    /** What would be sent again: the last try to mend it, or else what came. */
    public byte[] current() {
        return mended.orElse(raw);
    }

    public boolean open() {
        return status == Status.OPEN;
    }

    /** What became of it. */
    public enum Status implements Word {
        OPEN,
        RESENT,
        DROPPED
    }
}

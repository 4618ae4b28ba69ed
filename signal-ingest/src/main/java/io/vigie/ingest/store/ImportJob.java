package io.vigie.ingest.store;

import io.vigie.events.Word;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * An import as far as it has come.
 *
 * @param file what tells this file from others of the source, where the sender says it
 * @param rows how many rows were read, those skipped among them
 * @param bytes how many bytes were read
 * @param skipped how many rows an import of the same file had passed on already
 * @param safe how many rows the broker has, so that the same file need not pass them on again
 * @param failure why it did not go on, where it did not
 */
public record ImportJob(
        UUID id,
        String source,
        Optional<String> file,
        State state,
        Instant startedAt,
        Instant updatedAt,
        long rows,
        long bytes,
        long skipped,
        long safe,
        Optional<String> failure) {
    /** How an import stands; one that was cut can be sent again to take up where it was. */
    public enum State implements Word {
        RUNNING,
        DONE,
        FAILED,
        CUT
    }
}

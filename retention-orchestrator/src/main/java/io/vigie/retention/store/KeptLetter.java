package io.vigie.retention.store;

import io.vigie.events.Word;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A letter by its number, without what stands in it.
 *
 * @param text the name of its template
 * @param task the task that it carries out, where it does
 */
public record KeptLetter(
        long number,
        String text,
        String language,
        String customer,
        Optional<UUID> caseId,
        Optional<UUID> task,
        Instant madeAt,
        String madeBy,
        Optional<UUID> batch,
        Optional<Instant> postedAt,
        State state) {

    /** Whether it is to be posted: a letter whose task was cancelled meanwhile must not go out. */
    public enum State implements Word {
        TO_POST,
        WITHDRAWN,
        POSTED
    }
}

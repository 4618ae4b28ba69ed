package io.vigie.ingest.intake;

import java.time.Instant;

/** Knows who has been erased: what happened to them before must not come in again. */
@FunctionalInterface
public interface Erased {
    /** Nobody has been. */
    Erased NOBODY = (_, _) -> false;

    /** Whether a customer was erased at that instant or later. */
    boolean since(String customer, Instant time);
}

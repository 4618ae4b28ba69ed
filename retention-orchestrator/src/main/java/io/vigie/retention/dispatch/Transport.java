package io.vigie.retention.dispatch;

import io.vigie.retention.letters.Envelope;
import java.util.UUID;

/** A way out of the house. */
interface Transport {
    /** What became of an attempt. */
    sealed interface Result {
        /** The other side has it. */
        record Sent() implements Result {}

        /** The other side does not have it; another attempt may succeed. */
        record NotSent(String problem) implements Result {}

        /** The other side does not have it and never will. */
        record Refused(String problem) implements Result {}

        /** Nobody knows. */
        record Unclear(String problem) implements Result {}
    }

    /** @param id by which the receiver can tell that it comes a second time */
    Result send(UUID id, Envelope envelope);
}

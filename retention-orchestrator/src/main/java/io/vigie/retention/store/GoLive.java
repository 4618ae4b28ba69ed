package io.vigie.retention.store;

import io.vigie.events.Word;
import io.vigie.retention.golive.Outlook;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A company's going live, tried or done.
 *
 * @param days how many business days the work it makes may take
 * @param historyDays what began longer ago is history: no complaint of two years ago is answered
 * @param decidedFor the instant at which everybody was looked at
 * @param policy the version by which
 * @param outlook what would be done, once that is worked out
 * @param problem why that could not be worked out
 * @param liveFrom from when cases are opened
 * @param decided how many customers have been decided on
 * @param opened cases
 * @param leftAlone how many there was a reason not to contact
 */
public record GoLive(
        UUID id,
        State state,
        Instant madeAt,
        String madeBy,
        int days,
        int historyDays,
        Instant decidedFor,
        String policy,
        Optional<Outlook> outlook,
        Optional<String> problem,
        Optional<String> confirmedBy,
        Optional<Instant> liveFrom,
        long decided,
        long opened,
        long leftAlone,
        Optional<Instant> doneAt) {
    /** How far it has come. */
    public enum State implements Word {
        TRYING,
        READY,
        FAILED,
        DOING,
        DONE
    }

    /** What changes with every step, so that nobody steps on what they have not seen. */
    public String tag() {
        return id + "-" + state.word();
    }

    public boolean ready() {
        return state == State.READY;
    }

    /** Whether it is still at work by itself. */
    public boolean busy() {
        return state == State.TRYING || state == State.DOING;
    }
}

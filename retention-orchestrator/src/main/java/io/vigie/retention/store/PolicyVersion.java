package io.vigie.retention.store;

import io.vigie.events.Word;
import java.time.Instant;
import java.util.Optional;

/**
 * A version of the policy and how far it has come.
 *
 * @param author empty of the one that ships or stands in the company's folder
 * @param liveFrom from when it decides; of the one that was there from the beginning there is no such instant
 */
public record PolicyVersion(
        String version,
        State state,
        Optional<String> author,
        Optional<Instant> draftedAt,
        Optional<String> approvedBy,
        Optional<Instant> approvedAt,
        Optional<String> publishedBy,
        Optional<Instant> liveFrom) {
    /** How far it has come. */
    public enum State implements Word {
        DRAFT,
        APPROVED,
        SCHEDULED,
        LIVE,
        SUPERSEDED
    }

    /** The one that was there from the beginning. */
    static PolicyVersion given(String version, State state) {
        return new PolicyVersion(
                version,
                state,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    PolicyVersion in(State other) {
        return new PolicyVersion(version, other, author, draftedAt, approvedBy, approvedAt, publishedBy, liveFrom);
    }

    /** What changes with every step, so that nobody steps on what they have not seen. */
    public String tag() {
        return version + "-" + (approvedBy.isPresent() ? 1 : 0) + (liveFrom.isPresent() ? 1 : 0);
    }

    public boolean draft() {
        return state == State.DRAFT;
    }

    public boolean approved() {
        return state == State.APPROVED;
    }
}

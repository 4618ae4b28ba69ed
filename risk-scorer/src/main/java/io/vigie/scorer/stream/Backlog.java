package io.vigie.scorer.stream;

import java.time.Duration;
import java.time.Instant;

/**
 * Up to when a partition's past is known. While records wait to be read nothing must be told of silence, for what would
 * break it may be among them.
 */
final class Backlog {
    /** A record no older than this was hardly waited for. */
    private static final Duration NEAR = Duration.ofMinutes(1);

    /** Where nothing was read for so long, nothing waits. */
    private static final Duration QUIET = Duration.ofSeconds(10);

    private Instant appended = Instant.EPOCH;
    private Instant readAt;

    Backlog(Instant begun) {
        this.readAt = begun;
    }

    /** A record was read that had been appended at an instant. */
    void read(Instant appended, Instant now) {
        this.appended = appended;
        this.readAt = now;
    }

    /** The latest instant by which something can be due. */
    Instant upTo(Instant now) {
        boolean near = !appended.isBefore(now.minus(NEAR));
        boolean quiet = !readAt.isAfter(now.minus(QUIET));
        return near || quiet ? now : appended;
    }
}

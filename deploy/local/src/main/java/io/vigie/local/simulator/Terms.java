package io.vigie.local.simulator;

import io.vigie.events.customer.Contract;
import io.vigie.events.customer.Renewal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;

/** A contract that runs from term to term, which tells when it can be left. */
record Terms(String id, Renewal renewal, Instant start, int months) {
    private static final double NOTICE_OPENS = 90;
    private static final double NOTICE_CLOSES = 30;

    /** The end of the term that runs at an instant. */
    Instant endAfter(Instant at) {
        var end = start.atOffset(ZoneOffset.UTC).plusMonths(months);
        for (int term = 2; !end.toInstant().isAfter(at); term++) {
            end = start.atOffset(ZoneOffset.UTC).plusMonths((long) months * term);
        }
        return end.toInstant();
    }

    Instant noticeOpens(Instant end) {
        return Days.after(end, -NOTICE_OPENS);
    }

    Instant noticeCloses(Instant end) {
        return Days.after(end, -NOTICE_CLOSES);
    }

    boolean tacit() {
        return renewal == Renewal.TACIT;
    }

    Contract at(Instant instant) {
        Instant end = endAfter(instant);
        return new Contract(
                id,
                renewal,
                start,
                Optional.of(end),
                tacit() ? Optional.of(noticeOpens(end)) : Optional.empty(),
                tacit() ? Optional.of(noticeCloses(end)) : Optional.empty());
    }
}

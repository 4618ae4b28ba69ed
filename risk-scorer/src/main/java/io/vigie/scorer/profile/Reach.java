package io.vigie.scorer.profile;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Which instants a customer can be watched at: far outside, watching would go on for centuries to say nothing new. */
public final class Reach {
    /** Before it no company kept customers in files. */
    private static final Instant FIRST = Instant.parse("1900-01-01T00:00:00Z");

    private static final int YEARS_AHEAD = 10;

    private Reach() {}

    /** Whether something can have happened, or may be asked for, at an instant. */
    public static boolean holds(Instant at, Instant now) {
        return credible(at) && !at.isAfter(last(now));
    }

    /** Whether something can have happened as long ago as that. */
    public static boolean credible(Instant at) {
        return !at.isBefore(FIRST);
    }

    /** Those instants, in words. */
    public static String text(Instant now) {
        return "from " + FIRST + " to " + last(now);
    }

    private static Instant last(Instant now) {
        return LocalDate.ofInstant(now, ZoneOffset.UTC)
                .plusYears(YEARS_AHEAD)
                .plusDays(1)
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant();
    }
}

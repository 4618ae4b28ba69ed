package io.vigie.retention.letters;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A visit as it was last agreed; personal.
 *
 * @param task that it carries out, and what calendars know it by
 * @param sequence how often it was changed since it was first sent
 * @param host who visits: an e-mail address
 * @param guests whom the customer sends: e-mail addresses
 */
public record Visit(
        UUID task,
        int sequence,
        boolean cancelled,
        Instant start,
        Instant end,
        String place,
        String host,
        List<String> guests) {
    private static final String ADDRESS = "[^@\\s<>\",;]+@[^@\\s<>\",;]+\\.[^@\\s<>\",;]+";

    public Visit {
        guests = List.copyOf(guests);
        if (!end.isAfter(start)) {
            throw new IllegalArgumentException("a visit must end after it begins");
        }
        if (!host.matches(ADDRESS) || !guests.stream().allMatch(guest -> guest.matches(ADDRESS))) {
            throw new IllegalArgumentException("host and guests must be e-mail addresses such as a@example.com");
        }
    }

    /** The same, changed once more. */
    public Visit after(Visit before) {
        return new Visit(task, before.sequence + 1, cancelled, start, end, place, host, guests);
    }

    /** The same, called off. */
    public Visit calledOff() {
        return new Visit(task, sequence + 1, true, start, end, place, host, guests);
    }

    /** Whether both are the same appointment, however often it was changed. */
    public boolean sameAs(Visit other) {
        return equals(new Visit(
                other.task, sequence, other.cancelled, other.start, other.end, other.place, other.host, other.guests));
    }
}

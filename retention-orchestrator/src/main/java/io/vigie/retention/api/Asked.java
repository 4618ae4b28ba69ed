package io.vigie.retention.api;

import io.vigie.events.Word;
import io.vigie.retention.store.TaskStatus;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a caller asked for, made sure of. */
final class Asked {
    private static final int MOST = 1_000;
    private static final String OPEN = "open";
    private static final int FIRST_YEAR = 1970;
    private static final int LAST_YEAR = 9999;
    private static final Instant END = Instant.parse("+10000-01-01T00:00:00Z");

    private Asked() {}

    static UUID id(String what, String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw Problems.unknown(what, text);
        }
    }

    static <E extends Enum<E> & Word> Optional<E> word(String name, Class<E> words, @Nullable String text) {
        try {
            return text(text).map(word -> Word.of(words, word));
        } catch (IllegalArgumentException e) {
            throw Problems.wrong(name + ": " + e.getMessage() + ".");
        }
    }

    /** One of the words, or none where all that is open is asked for. */
    static Optional<TaskStatus> status(@Nullable String text) {
        return OPEN.equals(text) ? Optional.empty() : word("status", TaskStatus.class, text);
    }

    static int limit(int limit) {
        if (limit < 1 || limit > MOST) {
            throw Problems.wrong("limit: must be 1 to " + MOST + ", is " + limit + ".");
        }
        return limit;
    }

    /** What If-Match names; none where anything will do. */
    static Optional<String> tag(@Nullable String header) {
        return text(header).filter(one -> !one.equals("*")).map(one -> one.replace("W/", "")
                .replace("\"", ""));
    }

    static Optional<String> text(@Nullable String text) {
        if (text != null && text.indexOf('\0') >= 0) {
            throw Problems.wrong("A text holds the character NUL, which nothing here can keep; leave it out.");
        }
        return Optional.ofNullable(text).filter(one -> !one.isBlank());
    }

    static Instant instant(String name, String text) {
        try {
            return within(name, Instant.parse(text));
        } catch (DateTimeParseException e) {
            throw Problems.wrong(name + ": is no instant such as 2026-03-03T10:00:00Z.");
        }
    }

    /** One that calendars and the database can hold. */
    static Instant within(String name, Instant at) {
        if (at.isBefore(Instant.EPOCH) || !at.isBefore(END)) {
            throw Problems.wrong(name + ": must lie in the years 1970 to 9999.");
        }
        return at;
    }

    static LocalDate within(String name, LocalDate day) {
        if (day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR) {
            throw Problems.wrong(name + ": must lie in the years 1970 to 9999.");
        }
        return day;
    }
}

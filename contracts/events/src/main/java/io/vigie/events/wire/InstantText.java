package io.vigie.events.wire;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Instants as text, letter by letter as {@link Instant#toString} has them.
 *
 * <p>Own code because events are full of them, and a formatter takes longer for one than for the rest of its event.
 */
public final class InstantText {
    private static final int DAY = 86_400;
    private static final long FIRST = LocalDate.of(0, 1, 1).toEpochDay() * DAY;
    private static final long LAST = LocalDate.of(9_999, 12, 31).toEpochDay() * DAY;
    private static final String SHAPE = "0000-00-00T00:00:00";
    private static final byte[] SHAPE_BYTES = SHAPE.getBytes(StandardCharsets.ISO_8859_1);
    private static final int SECONDS_END = SHAPE.length();
    private static final int NANO_DIGITS = 9;
    private static final int THREE_DIGITS = 1_000;

    private InstantText() {}

    public static String of(Instant instant) {
        long second = instant.getEpochSecond();
        if (second < FIRST || second >= LAST) {
            return instant.toString();
        }
        byte[] text = new byte[SECONDS_END + 1 + NANO_DIGITS + 1];
        System.arraycopy(SHAPE_BYTES, 0, text, 0, SECONDS_END);
        LocalDate date = LocalDate.ofEpochDay(Math.floorDiv(second, (long) DAY));
        int ofDay = Math.floorMod(second, DAY);
        put(text, 3, date.getYear());
        put(text, 6, date.getMonthValue());
        put(text, 9, date.getDayOfMonth());
        put(text, 12, ofDay / 3_600);
        put(text, 15, ofDay / 60 % 60);
        put(text, 18, ofDay % 60);
        int end = fraction(text, instant.getNano());
        text[end] = 'Z';
        return new String(text, 0, end + 1, StandardCharsets.ISO_8859_1);
    }

    /** Three digits, six or nine, as many as it takes; where they end. */
    private static int fraction(byte[] text, int nano) {
        if (nano == 0) {
            return SECONDS_END;
        }
        int digits = NANO_DIGITS;
        int left = nano;
        while (left % THREE_DIGITS == 0) {
            left /= THREE_DIGITS;
            digits -= 3;
        }
        text[SECONDS_END] = '.';
        for (int at = 1; at <= digits; at++) {
            text[SECONDS_END + at] = '0';
        }
        put(text, SECONDS_END + digits, left);
        return SECONDS_END + 1 + digits;
    }

    /** Writes a number so that its last digit stands at a place. */
    private static void put(byte[] text, int last, int number) {
        int at = last;
        for (int left = number; left > 0; left /= 10) {
            text[at--] = (byte) ('0' + left % 10);
        }
    }

    /** The instant that text like {@code 2026-03-01T10:00:00.5Z} says; empty where it is of another kind. */
    public static Optional<Instant> plain(String text) {
        int end = text.length() - 1;
        int digits = end - SECONDS_END - 1;
        boolean plain = end == SECONDS_END || (digits > 0 && digits <= NANO_DIGITS && text.charAt(SECONDS_END) == '.');
        if (!plain || text.charAt(end) != 'Z' || !isShaped(text) || !areDigits(text, SECONDS_END + 1, end)) {
            return Optional.empty();
        }
        int hour = number(text, 11, 13);
        int minute = number(text, 14, 16);
        int second = number(text, 17, 19);
        if (hour > 23 || minute > 59 || second > 59) {
            return Optional.empty();
        }
        try {
            LocalDate date = LocalDate.of(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10));
            long ofDay = hour * 3_600L + minute * 60L + second;
            return Optional.of(Instant.ofEpochSecond(date.toEpochDay() * DAY + ofDay, nano(text, end)));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    private static boolean isShaped(String text) {
        for (int at = 0; at < SECONDS_END; at++) {
            char wanted = SHAPE.charAt(at);
            char unit = text.charAt(at);
            if (wanted == '0' ? unit < '0' || unit > '9' : unit != wanted) {
                return false;
            }
        }
        return true;
    }

    private static boolean areDigits(String text, int from, int to) {
        for (int at = from; at < to; at++) {
            if (text.charAt(at) < '0' || text.charAt(at) > '9') {
                return false;
            }
        }
        return true;
    }

    private static int nano(String text, int end) {
        int nano = 0;
        for (int at = 1; at <= NANO_DIGITS; at++) {
            nano = 10 * nano + (SECONDS_END + at < end ? text.charAt(SECONDS_END + at) - '0' : 0);
        }
        return nano;
    }

    private static int number(String text, int from, int to) {
        int number = 0;
        for (int at = from; at < to; at++) {
            number = 10 * number + text.charAt(at) - '0';
        }
        return number;
    }
}

package io.vigie.retention.policy;

import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** By when, as a policy says it: {@code same day}, {@code 4 business hours}, {@code 2 business days}. */
sealed interface Due {
    Instant after(Instant now, BusinessCalendar calendar);

    record SameDay() implements Due {
        @Override
        public Instant after(Instant now, BusinessCalendar calendar) {
            return calendar.endOfDay(now);
        }
    }

    record Hours(int count) implements Due {
        @Override
        public Instant after(Instant now, BusinessCalendar calendar) {
            return calendar.plusHours(now, count);
        }
    }

    record Days(int count) implements Due {
        @Override
        public Instant after(Instant now, BusinessCalendar calendar) {
            return calendar.plusDays(now, count);
        }
    }

    /**
     * @throws IllegalArgumentException saying what may stand there
     */
    static Due of(String words) {
        if (words.equals("same day")) {
            return new SameDay();
        }
        Matcher counted = Counted.FORM.matcher(words);
        if (!counted.matches()) {
            throw new IllegalArgumentException(
                    "\"" + words + "\" is none of: same day, N business hours, N business days");
        }
        int count = Integer.parseInt(counted.group(1));
        return counted.group(2).equals("hour") ? new Hours(count) : new Days(count);
    }

    /** How a count of hours or days is written. */
    final class Counted {
        private static final Pattern FORM = Pattern.compile("(\\d{1,3}) business (hour|day)s?");

        private Counted() {}
    }
}

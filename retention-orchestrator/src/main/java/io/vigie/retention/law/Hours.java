package io.vigie.retention.law;

import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * When a country lets people be approached.
 *
 * @param holidays ISO 3166 country on whose public holidays nobody is, where there is such a rule
 */
record Hours(Set<DayOfWeek> days, List<Span> between, Optional<String> holidays, String text) {
    private static final int LONGEST_PAUSE = 30;

    Hours {
        days = Set.copyOf(days);
        between = between.stream().sorted(Comparator.comparing(Span::from)).toList();
        holidays = holidays == null ? Optional.empty() : holidays;
        if (days.isEmpty() || between.isEmpty()) {
            throw new IllegalArgumentException("hours need a day of the week and a span of time");
        }
    }

    /** From an hour up to, and without, another. */
    record Span(LocalTime from, LocalTime to) {}

    /** Now, or when the next span begins. */
    Instant next(Instant now, ZoneId zone) {
        ZonedDateTime at = now.atZone(zone);
        return Stream.iterate(at.toLocalDate(), day -> day.plusDays(1))
                .limit(LONGEST_PAUSE)
                .filter(this::allowed)
                .flatMap(day -> between.stream()
                        .filter(span -> at.isBefore(day.atTime(span.to()).atZone(zone)))
                        .map(span -> day.atTime(span.from()).atZone(zone).toInstant()))
                .map(from -> from.isBefore(now) ? now : from)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no hour is allowed within " + LONGEST_PAUSE + " days"));
    }

    private boolean allowed(LocalDate day) {
        return days.contains(day.getDayOfWeek())
                && holidays.filter(country -> HolidayManager.getInstance(ManagerParameters.create(country))
                                .isHoliday(day))
                        .isEmpty();
    }
}

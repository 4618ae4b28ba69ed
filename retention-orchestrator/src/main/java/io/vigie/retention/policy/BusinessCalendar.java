package io.vigie.retention.policy;

import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Set;
import java.util.function.Predicate;

/** When the company's teams work, so that "in 4 hours" on a Friday evening means Monday. */
public final class BusinessCalendar {
    private final ZoneId zone;
    private final LocalTime opens;
    private final LocalTime closes;
    private final Set<DayOfWeek> days;
    private final Predicate<LocalDate> holiday;

    BusinessCalendar(
            ZoneId zone, LocalTime opens, LocalTime closes, Set<DayOfWeek> days, Predicate<LocalDate> holiday) {
        if (!opens.isBefore(closes) || days.isEmpty()) {
            throw new IllegalArgumentException("business hours need a day of the week and must open before they close");
        }
        this.zone = zone;
        this.opens = opens;
        this.closes = closes;
        this.days = Set.copyOf(days);
        this.holiday = holiday;
    }

    /**
     * @param hours the hours and days that a policy gives
     * @throws IllegalArgumentException when the public holidays of its country are not known
     */
    static BusinessCalendar of(PolicyFile.BusinessHours hours, ZoneId zone) {
        HolidayManager holidays = holidays(hours.holidays());
        return new BusinessCalendar(zone, hours.opens(), hours.closes(), hours.days(), holidays::isHoliday);
    }

    private static HolidayManager holidays(String country) {
        try {
            return HolidayManager.getInstance(ManagerParameters.create(country));
        } catch (RuntimeException e) {
            throw new IllegalArgumentException(
                    "businessHours: the public holidays of \"" + country + "\" are not known; give an ISO 3166 country"
                            + " such as FR",
                    e);
        }
    }

    /** So many business days later at the same time of day, or at the nearest business hour to it. */
    public Instant plusDays(Instant from, int count) {
        ZonedDateTime at = working(from);
        for (int left = count; left > 0; left--) {
            at = next(at);
        }
        return at.toInstant();
    }

    Instant plusHours(Instant from, int count) {
        ZonedDateTime at = working(from);
        Duration left = Duration.ofHours(count);
        Duration today = Duration.between(at, at.with(closes));
        while (left.compareTo(today) > 0) {
            left = left.minus(today);
            at = next(at).with(opens);
            today = Duration.between(opens, closes);
        }
        return at.plus(left).toInstant();
    }

    /** That time of the next business day. */
    public Instant onNextDay(Instant from, LocalTime time) {
        return next(from.atZone(zone)).with(time).toInstant();
    }

    public LocalTime timeOfDay(Instant at) {
        return at.atZone(zone).toLocalTime();
    }

    public LocalDate day(Instant at) {
        return at.atZone(zone).toLocalDate();
    }

    /** Whether anybody works on that day. */
    public boolean open(LocalDate day) {
        return worked(day);
    }

    public LocalTime opens() {
        return opens;
    }

    public LocalTime closes() {
        return closes;
    }

    /** When work ends on a day. */
    public Instant closing(LocalDate day) {
        return day.atTime(closes).atZone(zone).toInstant();
    }

    /** Today's closing time, or the next business day's where today's has passed. */
    public Instant endOfDay(Instant from) {
        return working(from).with(closes).toInstant();
    }

    private ZonedDateTime working(Instant instant) {
        ZonedDateTime at = instant.atZone(zone);
        if (!worked(at.toLocalDate()) || !at.toLocalTime().isBefore(closes)) {
            return next(at).with(opens);
        }
        return at.toLocalTime().isBefore(opens) ? at.with(opens) : at;
    }

    private ZonedDateTime next(ZonedDateTime at) {
        ZonedDateTime later = at.plusDays(1);
        while (!worked(later.toLocalDate())) {
            later = later.plusDays(1);
        }
        return later;
    }

    private boolean worked(LocalDate day) {
        return days.contains(day.getDayOfWeek()) && !holiday.test(day);
    }
}

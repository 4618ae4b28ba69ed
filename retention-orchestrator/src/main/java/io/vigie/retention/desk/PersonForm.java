package io.vigie.retention.desk;

import io.vigie.events.Word;
import io.vigie.events.customer.Segment;
import io.vigie.events.retention.Action;
import io.vigie.events.retention.Team;
import io.vigie.events.signal.Cause;
import io.vigie.retention.teams.Absence;
import io.vigie.retention.teams.Person;
import io.vigie.retention.teams.Shift;
import io.vigie.retention.teams.Skills;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/** Somebody as the form tells of them. */
public final class PersonForm {
    @RestForm
    String id = "";

    @RestForm
    @Nullable
    String name;

    @RestForm
    @Nullable
    String accountManager;

    @RestForm
    List<String> team = List.of();

    @RestForm
    List<String> action = List.of();

    @RestForm
    List<String> segment = List.of();

    @RestForm
    List<String> cause = List.of();

    @RestForm
    @Nullable
    String languages;

    @RestForm
    int minutes;

    /** When work begins on Monday, Tuesday and so on; empty where it does not. */
    @RestForm
    List<String> from = List.of();

    @RestForm
    List<String> to = List.of();

    @RestForm
    @Nullable
    LocalDate absentFrom;

    @RestForm
    @Nullable
    LocalDate absentTo;

    /** @throws IllegalArgumentException saying what cannot be */
    Person person(Optional<Person> known) {
        return new Person(
                id.strip(),
                text(name),
                text(accountManager),
                words(Team.class, team),
                new Skills(words(Action.class, action), words(Segment.class, segment), words(Cause.class, cause)),
                text(languages).stream()
                        .flatMap(all -> Stream.of(all.split("[, ]+", -1)))
                        .collect(Collectors.toCollection(TreeSet::new)),
                hours(),
                minutes,
                absences(known.map(Person::absences).orElse(List.of())));
    }

    private Map<DayOfWeek, Shift> hours() {
        Map<DayOfWeek, Shift> hours = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            Optional<String> begins = at(from, day);
            Optional<String> ends = at(to, day);
            if (begins.isPresent() != ends.isPresent()) {
                throw new IllegalArgumentException("hours: say from when to when, or neither");
            }
            begins.ifPresent(one -> hours.put(day, new Shift(time(one), time(ends.orElseThrow()))));
        }
        return hours;
    }

    private static Optional<String> at(List<String> days, DayOfWeek day) {
        return day.getValue() <= days.size() ? text(days.get(day.getValue() - 1)) : Optional.empty();
    }

    private static LocalTime time(String text) {
        try {
            return LocalTime.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("hours: a time such as 09:00, not " + text, e);
        }
    }

    private List<Absence> absences(List<Absence> before) {
        List<Absence> all = new ArrayList<>(before);
        if (absentFrom != null) {
            all.add(new Absence(absentFrom, Optional.ofNullable(absentTo).orElse(absentFrom)));
        }
        return all;
    }

    private static <E extends Enum<E> & Word> Set<E> words(Class<E> kind, List<String> words) {
        return words.stream().map(word -> Word.of(kind, word)).collect(Collectors.toSet());
    }

    private static Optional<String> text(@Nullable String text) {
        return Optional.ofNullable(text).map(String::strip).filter(one -> !one.isEmpty());
    }
}

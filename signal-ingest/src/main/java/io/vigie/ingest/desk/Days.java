package io.vigie.ingest.desk;

import io.vigie.ingest.store.QuarantineFilter;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Function;

/** People ask for whole days of the company's zone, where the API asks for instants. */
final class Days {
    private Days() {}

    /**
     * @param parameters of a request, by name; {@code from} and {@code to} are days, both of which are meant
     * @throws java.time.DateTimeException when one is no day
     */
    static QuarantineFilter filter(Function<String, Optional<String>> parameters, ZoneId zone) {
        return QuarantineFilter.of(name -> {
            Optional<String> given = parameters.apply(name).filter(text -> !text.isBlank());
            return switch (name) {
                case "from" -> given.map(day -> start(LocalDate.parse(day), zone));
                case "to" -> given.map(day -> start(LocalDate.parse(day).plusDays(1), zone));
                default -> given;
            };
        });
    }

    static String first(Optional<Instant> from, ZoneId zone) {
        return from.map(at -> LocalDate.ofInstant(at, zone).toString()).orElse("");
    }

    static String last(Optional<Instant> to, ZoneId zone) {
        return to.map(at -> LocalDate.ofInstant(at, zone).minusDays(1).toString())
                .orElse("");
    }

    private static String start(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toInstant().toString();
    }
}

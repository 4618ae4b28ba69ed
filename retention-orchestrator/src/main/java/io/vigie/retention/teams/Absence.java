package io.vigie.retention.teams;

import java.time.LocalDate;

/** Days on which somebody is not there, both included. */
public record Absence(LocalDate from, LocalDate to) {
    public Absence {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("absences: must not end before they begin, " + from + " to " + to);
        }
    }

    boolean on(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }
}

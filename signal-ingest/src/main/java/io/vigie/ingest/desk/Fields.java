package io.vigie.ingest.desk;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vigie.events.wire.Ids;
import io.vigie.ingest.intake.Candidate;
import io.vigie.ingest.intake.Decision;
import io.vigie.ingest.intake.Naming;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Reads what somebody typed into attributes of a signal, and keeps next to which field something is wrong. */
final class Fields {
    private static final int LONGEST_WORD = 200;
    private static final int LONGEST_TEXT = 20_000;

    private final Map<String, String> typed;
    private final ZoneId zone;
    private final ObjectNode attributes = JsonNodeFactory.instance.objectNode();
    private final Map<String, EntryFault> faults = new TreeMap<>();

    /**
     * @param typed by the field's name, without blank ones
     * @param zone whose days are meant
     */
    Fields(Map<String, String> typed, ZoneId zone) {
        this.typed = typed;
        this.zone = zone;
    }

    /** What was read: a candidate, or the faults by the names of their fields. */
    record Reading(Optional<Candidate> said, Map<String, EntryFault> faults) {}

    /** The fields of a form as it was sent, without blank ones. */
    static Map<String, String> typed(MultivaluedMap<String, String> sent) {
        return sent.entrySet().stream()
                .filter(field -> !field.getValue().getFirst().isBlank())
                .collect(Collectors.toMap(
                        Map.Entry::getKey, field -> field.getValue().getFirst().strip()));
    }

    Optional<String> field(String name) {
        return Optional.ofNullable(typed.get(name));
    }

    ObjectNode attributes() {
        return attributes;
    }

    void wrong(String name, EntryFault fault) {
        faults.put(name, fault);
    }

    /**
     * All that was read as one signal; whom it is about and when are the fields {@code customer} and {@code date}. The id
     * follows from all that is said, so that whatever is entered twice counts once.
     *
     * @param now the wall clock: nobody enters what has not happened yet
     */
    Reading signal(String source, String type, Naming naming, Instant now) {
        Optional<String> customer = customer(naming);
        Optional<Instant> time = past(now);
        if (!faults.isEmpty()) {
            return new Reading(Optional.empty(), faults);
        }
        String said = String.join(
                "\n", type, customer.orElseThrow(), time.orElseThrow().toString(), attributes.toString());
        return new Reading(
                Optional.of(new Candidate(
                        Optional.of(Ids.derived(said, source.substring(source.lastIndexOf('/') + 1))
                                .toString()),
                        Optional.of(source),
                        Optional.of(type),
                        customer,
                        time,
                        attributes)),
                Map.of());
    }

    private Optional<Instant> past(Instant now) {
        if (field("date").isEmpty()) {
            wrong("date", EntryFault.MISSING);
        }
        Optional<Instant> time = day("date");
        if (time.filter(day -> day.isAfter(now)).isPresent()) {
            wrong("date", EntryFault.IN_FUTURE);
        }
        return time;
    }

    private Optional<String> customer(Naming naming) {
        if (field("customer").isEmpty()) {
            wrong("customer", EntryFault.MISSING);
        }
        return field("customer").map(naming::customer).flatMap(named -> switch (named) {
            case Decision.Accepted<String>(String id) -> Optional.of(id);
            case Decision.Declined<String> _ -> {
                wrong("customer", EntryFault.UNKNOWN_CUSTOMER);
                yield Optional.empty();
            }
        });
    }

    void word(String name) {
        text(name, LONGEST_WORD);
    }

    void text(String name) {
        text(name, LONGEST_TEXT);
    }

    private void text(String name, int longest) {
        field(name).ifPresent(text -> {
            if (text.length() > longest) {
                wrong(name, EntryFault.TOO_LONG);
            }
            attributes.put(name, text);
        });
    }

    /** The beginning of a day. */
    Optional<Instant> day(String name) {
        try {
            return field(name).map(LocalDate::parse).map(day -> day.atStartOfDay(zone)
                    .toInstant());
        } catch (DateTimeParseException e) {
            wrong(name, EntryFault.NO_DATE);
            return Optional.empty();
        }
    }
}

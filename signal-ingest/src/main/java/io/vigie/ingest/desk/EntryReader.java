package io.vigie.ingest.desk;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vigie.events.wire.Ids;
import io.vigie.ingest.intake.Candidate;
import io.vigie.ingest.intake.Decision;
import io.vigie.ingest.intake.Naming;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads one form, and says next to which field something is wrong. */
final class EntryReader {
    private static final String SOURCE = "/ops/entry";
    private static final int LONGEST_WORD = 200;
    private static final int LONGEST_TEXT = 20_000;
    private static final int CENTS = 2;
    private static final int MOST_DIGITS = 12;

    private final EntryForm form;
    private final ZoneId zone;
    private final ObjectNode attributes = JsonNodeFactory.instance.objectNode();
    private final Map<String, EntryFault> faults = new TreeMap<>();

    private EntryReader(EntryForm form, ZoneId zone) {
        this.form = form;
        this.zone = zone;
    }

    /** What was read: a candidate, or the faults by the names of their fields. */
    record Reading(Optional<Candidate> said, Map<String, EntryFault> faults) {}

    /**
     * @param now the wall clock: nobody enters what has not happened yet
     * @param zone whose days are meant
     */
    static Reading read(EntryForm form, Naming naming, Instant now, ZoneId zone) {
        return new EntryReader(form, zone).read(naming, now);
    }

    private Reading read(Naming naming, Instant now) {
        Optional<String> customer = customer(naming);
        Optional<Instant> time = day("date");
        if (form.field("date").isEmpty()) {
            faults.put("date", EntryFault.MISSING);
        }
        if (time.filter(day -> day.isAfter(now)).isPresent()) {
            faults.put("date", EntryFault.IN_FUTURE);
        }
        switch (form.kind()) {
            case RETURNED_MAIL -> word("reason");
            case FAILED_DEBIT -> debit();
            case TERMINATION -> termination();
        }
        return faults.isEmpty()
                ? new Reading(Optional.of(said(customer.orElseThrow(), time.orElseThrow())), Map.of())
                : new Reading(Optional.empty(), faults);
    }

    /** The id follows from all that is said, so that whatever is entered twice counts once. */
    private Candidate said(String customer, Instant time) {
        String type = form.kind().type();
        String id = Ids.derived(String.join("\n", type, customer, time.toString(), attributes.toString()), "entry")
                .toString();
        return new Candidate(
                Optional.of(id),
                Optional.of(SOURCE),
                Optional.of(type),
                Optional.of(customer),
                Optional.of(time),
                attributes);
    }

    private Optional<String> customer(Naming naming) {
        Optional<String> typed = form.field("customer");
        if (typed.isEmpty()) {
            faults.put("customer", EntryFault.MISSING);
        }
        return typed.map(naming::customer).flatMap(named -> switch (named) {
            case Decision.Accepted<String>(String id) -> Optional.of(id);
            case Decision.Declined<String> _ -> {
                faults.put("customer", EntryFault.UNKNOWN_CUSTOMER);
                yield Optional.empty();
            }
        });
    }

    private void debit() {
        word("invoice");
        word("reason");
        form.field("amount").ifPresent(this::amount);
    }

    private void amount(String typed) {
        String currency = form.value("currency");
        if (!currency.matches("[A-Z]{3}")) {
            faults.put("currency", EntryFault.NO_CURRENCY);
        }
        minor(typed)
                .ifPresentOrElse(
                        cents -> attributes.put("amount", cents).put("currency", currency),
                        () -> faults.put("amount", EntryFault.NO_AMOUNT));
    }

    /** {@code 1 234,56}, {@code 1.234,56} and {@code 1234.56} as 123456. */
    private static Optional<Long> minor(String typed) {
        String bare = typed.replaceAll("[\\s\\u00a0\\u202f€]", "");
        String plain = bare.contains(",") ? bare.replace(".", "").replace(',', '.') : bare;
        return Optional.of(plain)
                .filter(text -> text.matches("[0-9]{1," + MOST_DIGITS + "}(\\.[0-9]{1," + CENTS + "})?"))
                .map(text -> new BigDecimal(text).movePointRight(CENTS).longValueExact());
    }

    private void termination() {
        word("contract");
        word("cause");
        word("channel");
        day("effective").ifPresent(day -> attributes.put("effective", day.toString()));
        text("text", LONGEST_TEXT);
    }

    private void word(String name) {
        text(name, LONGEST_WORD);
    }

    private void text(String name, int longest) {
        form.field(name).ifPresent(text -> {
            if (text.length() > longest) {
                faults.put(name, EntryFault.TOO_LONG);
            }
            attributes.put(name, text);
        });
    }

    private Optional<Instant> day(String name) {
        try {
            return form.field(name).map(LocalDate::parse).map(day -> day.atStartOfDay(zone)
                    .toInstant());
        } catch (DateTimeParseException e) {
            faults.put(name, EntryFault.NO_DATE);
            return Optional.empty();
        }
    }
}

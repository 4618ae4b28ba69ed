package io.vigie.scorer.profile;

import com.fasterxml.jackson.databind.JsonNode;
import io.vigie.events.Word;
import io.vigie.events.customer.Contract;
import io.vigie.events.customer.Customer;
import io.vigie.events.customer.Renewal;
import io.vigie.events.risk.Leaving;
import io.vigie.events.risk.Life;
import io.vigie.events.signal.Cause;
import io.vigie.events.signal.Signal;
import io.vigie.events.signal.SignalType;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** What signals and records do to contracts, and the first and the last of them to a life. */
final class Turns {
    private static final Instant FIRST_DATE = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LAST_DATE = Instant.parse("9999-01-01T00:00:00Z");

    private Turns() {}

    /** A record shows one contract: it takes the place of the one that the record before showed. */
    static void know(Draft draft, Customer record) {
        Optional<String> shown = draft.record.flatMap(Customer::contract).map(Contract::id);
        draft.record = Optional.of(record);
        record.contract().map(Turns::onTheCalendar).ifPresent(contract -> {
            if (draft.lost() && startedSince(draft, contract)) {
                draft.beginLife(record.time());
            }
            if (!draft.lost()) {
                long yearly = Stream.concat(shown.stream(), Stream.of(contract.id()))
                        .map(draft.contracts::remove)
                        .filter(Objects::nonNull)
                        .mapToLong(OpenContract::yearlyAmount)
                        .max()
                        .orElse(0);
                draft.contracts.put(contract.id(), new OpenContract(contract, yearly));
                draft.contracted = true;
            }
        });
    }

    /** A record that still shows the contract that ended is no return. */
    private static boolean startedSince(Draft draft, Contract contract) {
        return draft.life
                .flatMap(Life::endedAt)
                .filter(end -> contract.start().isAfter(end))
                .isPresent();
    }

    static void startOrRenew(Draft draft, Signal signal, long amount, ZoneId zone) {
        JsonNode data = signal.attributes();
        String id = data.path("contract").asText("contract");
        Optional<OpenContract> before = Optional.ofNullable(draft.contracts.get(id));
        Renewal renewal = data.hasNonNull("renewal")
                ? Word.of(Renewal.class, data.get("renewal").asText())
                : before.map(open -> open.terms().renewal()).orElse(Renewal.TACIT);
        Optional<Instant> opens = instant(data, "noticeOpens");
        Optional<Instant> closes = instant(data, "noticeCloses");
        boolean window = opens.isPresent() && closes.isPresent();
        Optional<Instant> end = instant(data, "end");
        Contract terms = new Contract(
                id,
                renewal,
                before.map(open -> began(open.at(signal.time(), zone).terms(), end))
                        .orElse(signal.time()),
                end,
                window ? opens : Optional.empty(),
                window ? closes : Optional.empty());
        long yearly =
                amount > 0 ? amount : before.map(OpenContract::yearlyAmount).orElse(0L);
        draft.contracts.put(id, new OpenContract(terms, yearly));
        draft.contracted = true;
    }

    /** When the term began that ends then: where the one before ended, if that lies before. */
    private static Instant began(Contract before, Optional<Instant> end) {
        return before.end()
                .filter(last -> end.filter(last::isBefore).isPresent())
                .orElse(before.start());
    }

    static void endContract(Draft draft, SignalType type, Signal signal) {
        draft.contracts.remove(signal.attributes().path("contract").asText("contract"));
        if (draft.contracts.isEmpty()) {
            endLife(draft, type, signal);
        }
    }

    static void endLife(Draft draft, SignalType type, Signal signal) {
        if (draft.lost()) {
            return;
        }
        JsonNode data = signal.attributes();
        Leaving leaving = data.hasNonNull("leaving")
                ? Word.of(Leaving.class, data.get("leaving").asText())
                : LifeEnd.leaving(draft.unavoidable, draft.matters, signal.time());
        Optional<Cause> stated = data.hasNonNull("cause")
                ? Optional.of(type.cause().of(data))
                : LifeEnd.cause(draft.unavoidable, leaving);
        draft.endLife(signal.time(), leaving, stated);
    }

    static Optional<Instant> instant(JsonNode data, String field) {
        if (!data.hasNonNull(field)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Instant.parse(data.path(field).asText(""))).filter(Turns::onTheCalendar);
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** A date that no calendar holds, as some systems write where there is none, is none. */
    private static boolean onTheCalendar(Instant date) {
        return !date.isBefore(FIRST_DATE) && date.isBefore(LAST_DATE);
    }

    private static Contract onTheCalendar(Contract terms) {
        boolean window = terms.noticeOpens().filter(Turns::onTheCalendar).isPresent()
                && terms.noticeCloses().filter(Turns::onTheCalendar).isPresent();
        return new Contract(
                terms.id(),
                terms.renewal(),
                terms.start(),
                terms.end().filter(Turns::onTheCalendar),
                terms.noticeOpens().filter(_ -> window),
                terms.noticeCloses().filter(_ -> window));
    }
}

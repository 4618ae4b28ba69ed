package io.vigie.ingest.store;

import io.vigie.events.Word;
import io.vigie.events.wire.Via;
import io.vigie.ingest.intake.Times;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Which of the quarantine is asked for; what is empty asks for all. */
public record QuarantineFilter(
        Optional<String> reason,
        Optional<String> source,
        Optional<Via> via,
        Optional<Instant> from,
        Optional<Instant> to,
        Optional<Quarantined.Status> status) {

    /**
     * @param parameters of a request, by name
     * @throws IllegalArgumentException saying which of them is wrong
     */
    public static QuarantineFilter of(Function<String, Optional<String>> parameters) {
        Function<String, Optional<String>> given = parameters.andThen(value -> value.filter(text -> !text.isBlank()));
        return new QuarantineFilter(
                given.apply("reason").map(Rows::storable),
                given.apply("source").map(Rows::storable),
                given.apply("via").map(word -> Word.of(Via.class, word)),
                given.apply("from").map(QuarantineFilter::instant),
                given.apply("to").map(QuarantineFilter::instant),
                given.apply("status").map(word -> Word.of(Quarantined.Status.class, word)));
    }

    private static Instant instant(String text) {
        try {
            return Optional.of(Instant.parse(text))
                    .filter(Times::canBeMeant)
                    .orElseThrow(() -> new IllegalArgumentException("\"" + text + "\" is not between 1900 and 2200"));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("\"" + text + "\" is no instant such as 2026-01-31T10:00:00Z", e);
        }
    }

    /** The same, but only what is still open. */
    public QuarantineFilter open() {
        return new QuarantineFilter(reason, source, via, from, to, Optional.of(Quarantined.Status.OPEN));
    }

    /** The conditions for a {@code where}, beginning with {@code true}; {@link #values} has a value for each. */
    String conditions() {
        StringBuilder sql = new StringBuilder("true");
        reason.ifPresent(_ -> sql.append(" and reason = ?"));
        source.ifPresent(_ -> sql.append(" and source = ?"));
        via.ifPresent(_ -> sql.append(" and via = ?"));
        from.ifPresent(_ -> sql.append(" and at >= ?"));
        to.ifPresent(_ -> sql.append(" and at < ?"));
        status.ifPresent(_ -> sql.append(" and status = ?"));
        return sql.toString();
    }

    List<Object> values() {
        List<Object> values = new ArrayList<>();
        reason.ifPresent(values::add);
        source.ifPresent(values::add);
        via.map(Word::word).ifPresent(values::add);
        from.map(Rows::time).ifPresent(values::add);
        to.map(Rows::time).ifPresent(values::add);
        status.map(Word::word).ifPresent(values::add);
        return values;
    }
}

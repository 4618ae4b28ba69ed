package io.vigie.ingest.source;

import static io.vigie.ingest.intake.Decision.accept;
import static io.vigie.ingest.intake.Decision.decline;

import io.vigie.ingest.intake.Decision;
import io.vigie.ingest.intake.Reason;
import io.vigie.ingest.intake.Refusal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Turns raw rows into rows as their source describes them: mended, complete, timed, joined, with an id. */
final class RowReader {
    private final SourceSpec spec;
    private final RowParser parser;
    private final Map<String, Lookup> lookups;
    private final TimeReader times;
    private final Set<String> columns;

    RowReader(SourceSpec spec, RowParser parser, Map<String, Lookup> lookups) {
        this.spec = spec;
        this.parser = parser;
        this.lookups = lookups;
        this.columns = Set.copyOf(spec.columns());
        this.times = new TimeReader(spec.time().map(TimeColumn::patterns).orElse(List.of()), spec.zoneId());
    }

    Decision<Row> read(RawRow raw) {
        return raw.flaw().<Decision<Row>>map(Decision::decline).orElseGet(() -> parser.parse(raw)
                .then(values -> read(raw, values)));
    }

    /** A row that was read before, from its bytes. */
    Row reread(RawRow raw) {
        return switch (read(raw)) {
            case Decision.Accepted<Row>(Row row) -> row;
            case Decision.Declined<Row>(Refusal why) -> throw new IllegalStateException(why.detail());
        };
    }

    /** A time as this source writes it. */
    Optional<Instant> time(String text) {
        return times.read(text);
    }

    private Decision<Row> read(RawRow raw, Map<String, Object> values) {
        Optional<String> id = spec.id().map(rule -> RowIds.of(rule, values));
        mend(values);
        Optional<Refusal> fault = missing(values).or(() -> numberFault(values)).or(() -> lookUp(values));
        return fault.<Decision<Row>>map(Decision::decline)
                .orElseGet(() -> timed(values).then(time -> accept(new Row(raw, values, time, isDay(values), id))));
    }

    private void mend(Map<String, Object> values) {
        if (!columns.isEmpty()) {
            values.keySet().removeIf(column -> !columns.contains(column));
        }
        spec.replace()
                .forEach((column, replacement) -> values.computeIfPresent(
                        column, (_, value) -> replacement.in(value.toString()).strip()));
    }

    private Optional<Refusal> missing(Map<String, Object> values) {
        for (Map.Entry<String, String> required : spec.require().entrySet()) {
            if (isBlank(values.get(required.getKey()))) {
                return Optional.of(new Refusal(required.getValue(), "column " + required.getKey() + " is blank"));
            }
        }
        return Optional.empty();
    }

    private Optional<Refusal> numberFault(Map<String, Object> values) {
        for (String column : spec.numbers()) {
            if (values.get(column) instanceof String text) {
                Optional<Number> number = Numbers.read(text, spec.decimal().orElse('.'));
                if (number.isEmpty()) {
                    return Optional.of(Reason.WRONG_ATTRIBUTE.because(
                            "column " + column + " holds \"" + text + "\", which is no number"
                                    + spec.decimal()
                                            .filter(mark -> mark == ',')
                                            .map(_ -> " with a decimal comma, such as 1234,56 or 1 234,56")
                                            .orElse("")));
                }
                values.put(column, number.get());
            }
        }
        return Optional.empty();
    }

    private Optional<Refusal> lookUp(Map<String, Object> values) {
        for (Map.Entry<String, LookupSpec> join : spec.lookups().entrySet()) {
            LookupSpec rule = join.getValue();
            String key = String.valueOf(values.getOrDefault(rule.from(), ""));
            Map<String, Object> found = lookups.get(join.getKey()).rows().get(key);
            if (found == null) {
                return Optional.of(new Refusal(
                        rule.missing(),
                        rule.from() + " \"" + key + "\" is not in the lookup " + join.getKey()
                                + ": upload a newer one, then send the row again"));
            }
            values.put(join.getKey(), found);
        }
        return Optional.empty();
    }

    private Decision<Optional<Instant>> timed(Map<String, Object> values) {
        if (spec.time().isEmpty()) {
            return accept(Optional.empty());
        }
        TimeColumn rule = spec.time().get();
        Object written = values.get(rule.column());
        if (isBlank(written)) {
            return decline(Reason.TIME_MISSING.because("column " + rule.column() + " is blank"));
        }
        Optional<Instant> time = times.read(String.valueOf(written));
        return time.isPresent()
                ? accept(time)
                : decline(Reason.TIME_UNREADABLE.because("column " + rule.column() + " holds \"" + written
                        + "\", which is written like none of " + rule.patterns() + " nor ISO 8601 with an offset"));
    }

    private boolean isDay(Map<String, Object> values) {
        return spec.time()
                .filter(rule -> times.isDay(String.valueOf(values.get(rule.column()))))
                .isPresent();
    }

    private static boolean isBlank(@Nullable Object value) {
        return value == null || value.toString().isBlank();
    }
}

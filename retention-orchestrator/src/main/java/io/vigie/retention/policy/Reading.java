package io.vigie.retention.policy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A table's rows by their meaning, to be checked and shown. */
final class Reading {
    private final List<ReadRow> rows;

    Reading(List<ReadRow> rows) {
        this.rows = List.copyOf(rows);
    }

    /** Rows that nobody can come to, and answers that nobody can give. */
    List<Flaw> flaws() {
        List<Flaw> flaws = new ArrayList<>();
        List<Box> earlier = new ArrayList<>();
        NavigableSet<BigDecimal> bounds = bounds();
        for (ReadRow row : rows) {
            Box box = Box.of(cells(row), bounds);
            if (box.empty()) {
                flaws.add(new Flaw(row.rule(), "no customer can meet its conditions; change or delete it"));
            } else if (covered(box, earlier)) {
                flaws.add(new Flaw(
                        row.rule(),
                        "can never be reached: the rows before it take every customer that it speaks of; move it up, or"
                                + " delete it"));
            }
            earlier.add(box);
        }
        if (!earlier.isEmpty() && flaws.isEmpty() && !covered(Box.of(Map.of(), bounds), earlier)) {
            flaws.add(new Flaw(
                    rows.getLast().rule(),
                    "some customers match no row; let the last row ask nothing and keep watching"));
        }
        return flaws;
    }

    /** The row that speaks first, without asking the engine. */
    Optional<String> firstFor(Map<String, Object> inputs) {
        return rows.stream()
                .filter(row -> cells(row).entrySet().stream()
                        .allMatch(cell ->
                                lets(cell.getValue(), inputs.get(cell.getKey().inTable()))))
                .map(ReadRow::rule)
                .findFirst();
    }

    private static boolean lets(Cell cell, @Nullable Object answer) {
        return switch (cell) {
            case Cell.Any _ -> true;
            case Cell.Words words -> words.words().contains(String.valueOf(answer));
            case Cell.Range range -> range.holds(new BigDecimal(String.valueOf(answer)));
        };
    }

    private static boolean covered(Box box, List<Box> earlier) {
        List<Box> left = List.of(box);
        for (Box other : earlier) {
            left = left.stream().flatMap(part -> part.without(other).stream()).toList();
            if (left.isEmpty()) {
                return true;
            }
        }
        return false;
    }

    /** All numbers that the table names. */
    NavigableSet<BigDecimal> bounds() {
        NavigableSet<BigDecimal> bounds = new TreeSet<>();
        rows.stream()
                .flatMap(row -> row.conditions().stream())
                .filter(condition -> condition.question() == Question.VALUE)
                .map(condition -> Cell.of(condition.question(), condition.text()))
                .filter(Cell.Range.class::isInstance)
                .map(Cell.Range.class::cast)
                .flatMap(range -> Stream.of(range.from(), range.to()).flatMap(Optional::stream))
                .forEach(bound -> bounds.add(bound.at()));
        return bounds;
    }

    private static Map<Question, Cell> cells(ReadRow row) {
        Map<Question, Cell> cells = new EnumMap<>(Question.class);
        row.conditions()
                .forEach(condition -> cells.put(condition.question(), Cell.of(condition.question(), condition.text())));
        return cells;
    }
}

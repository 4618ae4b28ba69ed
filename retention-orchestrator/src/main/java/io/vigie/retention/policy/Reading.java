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

/** A table's rows as far as their meaning is plain, to be checked and shown. */
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
            try {
                Map<Question, Cell> cells = cells(row);
                Box box = Box.of(cells, bounds);
                if (box.empty()) {
                    flaws.add(new Flaw(row.rule(), "no customer can meet its conditions; change or delete it"));
                } else if (covered(box, earlier)) {
                    flaws.add(new Flaw(
                            row.rule(),
                            "can never be reached: the rows before it take every customer that it speaks of; move it up, or"
                                    + " delete it"));
                }
                if (cells.values().stream().noneMatch(Cell.Opaque.class::isInstance)) {
                    earlier.add(box);
                }
            } catch (IllegalArgumentException e) {
                flaws.add(new Flaw(row.rule(), e.getMessage() == null ? "cannot be read" : e.getMessage()));
            }
        }
        if (!earlier.isEmpty() && flaws.isEmpty() && !covered(Box.of(Map.of(), bounds), earlier)) {
            flaws.add(new Flaw(
                    rows.getLast().rule(),
                    "some customers match no row; let the last row ask nothing and keep watching"));
        }
        return flaws;
    }

    /** The row that speaks first, where all conditions before it are plain. */
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
            case Cell.Opaque opaque -> throw new IllegalArgumentException(opaque.text() + " cannot be read here");
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

    /** All numbers that the table names; none where a condition on numbers says more than can be read here. */
    Optional<NavigableSet<BigDecimal>> plainBounds() {
        boolean plain = rows.stream()
                .flatMap(row -> row.conditions().stream())
                .filter(condition -> condition.question() == Question.VALUE)
                .noneMatch(condition -> Cell.of(condition.question(), condition.text()) instanceof Cell.Opaque);
        return plain ? Optional.of(bounds()) : Optional.empty();
    }

    private NavigableSet<BigDecimal> bounds() {
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

package io.vigie.retention.policy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.stream.IntStream;

/**
 * The customers that a row speaks of: for each question the answers let through, numbers parted at every bound that the table
 * names, so that between two bounds nothing can differ.
 */
record Box(Map<Question, BitSet> sides) {
    Box {
        sides = Map.copyOf(sides);
    }

    /**
     * @param conditions of the row; a question that it doesn't ask lets everything through
     * @param bounds all numbers that the table names, in rising order
     */
    static Box of(Map<Question, Cell> conditions, SortedSet<BigDecimal> bounds) {
        Map<Question, BitSet> sides = new EnumMap<>(Question.class);
        for (Question question : Question.values()) {
            Cell cell = conditions.getOrDefault(question, new Cell.Any("-"));
            sides.put(question, side(question, cell, List.copyOf(bounds)));
        }
        return new Box(sides);
    }

    private static BitSet side(Question question, Cell cell, List<BigDecimal> bounds) {
        int size = question.answers().isEmpty()
                ? 2 * bounds.size() + 1
                : question.answers().size();
        BitSet side = new BitSet(size);
        switch (cell) {
            case Cell.Any _ -> side.set(0, size);
            case Cell.Words words ->
                IntStream.range(0, size)
                        .filter(i -> words.words().contains(question.answers().get(i)))
                        .forEach(side::set);
            case Cell.Range range ->
                IntStream.range(0, size)
                        .filter(i -> range.holds(sample(i, bounds)))
                        .forEach(side::set);
        }
        return side;
    }

    /** Odd places are the bounds themselves, even ones lie between them. */
    private static BigDecimal sample(int place, List<BigDecimal> bounds) {
        int next = place / 2;
        if (bounds.isEmpty()) {
            return BigDecimal.ZERO;
        }
        if (place % 2 == 1) {
            return bounds.get(next);
        }
        if (next == 0) {
            return bounds.getFirst().subtract(BigDecimal.ONE);
        }
        return next == bounds.size()
                ? bounds.getLast().add(BigDecimal.ONE)
                : bounds.get(next - 1).add(bounds.get(next)).divide(BigDecimal.TWO);
    }

    boolean empty() {
        return sides.values().stream().anyMatch(BitSet::isEmpty);
    }

    /** What is left of this when the other is taken away, in boxes that don't overlap. */
    List<Box> without(Box other) {
        List<Box> left = new ArrayList<>();
        Map<Question, BitSet> shared = new EnumMap<>(sides);
        for (Question question : Question.values()) {
            BitSet outside = (BitSet) sides.get(question).clone();
            outside.andNot(other.sides.get(question));
            if (!outside.isEmpty()) {
                Map<Question, BitSet> part = new EnumMap<>(shared);
                part.put(question, outside);
                left.add(new Box(part));
            }
            BitSet inside = (BitSet) sides.get(question).clone();
            inside.and(other.sides.get(question));
            if (inside.isEmpty()) {
                return List.of(this);
            }
            shared.put(question, inside);
        }
        return left;
    }
}

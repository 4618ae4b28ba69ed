package io.vigie.local.simulator;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Fills in what a signal carries: a list is a choice, {@code {from, to}} a number between (whole when both are), and
 * words in braces stand for the customer's own matter, contract, score and mood; what has no value is left out.
 */
final class Filling {
    private static final double USUAL_SCORE = 8.2;
    private static final double SCORE_BY_FRAILTY = 1.0;
    private static final double SCORE_BY_TROUBLE = 2.6;
    private static final double SCORE_SPREAD = 1.5;
    private static final int SATISFIED = 8;
    private static final int DISSATISFIED = 5;

    private final Subject subject;
    private final List<Trouble> troubles;
    private final Dice dice;

    Filling(Subject subject, List<Trouble> troubles, Dice dice) {
        this.subject = subject;
        this.troubles = troubles;
        this.dice = dice;
    }

    Happening fill(Instant at, String type, Map<String, Object> template, String matter) {
        Map<String, Object> filled = new LinkedHashMap<>();
        new TreeMap<>(template).forEach((name, value) -> {
            Object chosen = chosen(value, at, matter);
            if (!"".equals(chosen)) {
                filled.put(name, chosen);
            }
        });
        return new Happening(at, type, filled);
    }

    private Object chosen(Object value, Instant at, String matter) {
        return switch (value) {
            case List<?> choices -> chosen(dice.oneOf(choices), at, matter);
            case Map<?, ?> range -> between(number(range, "from"), number(range, "to"));
            case String word -> word(word, at, matter);
            default -> value;
        };
    }

    private Object word(String word, Instant at, String matter) {
        return switch (word) {
            case "{matter}" -> matter;
            case "{contract}" -> subject.terms().map(Terms::id).orElse("");
            case "{score}" -> score(at);
            case "{mood}" -> mood(score(at));
            default -> word;
        };
    }

    /** From 0 to 10: lower for the frail and for those in trouble. */
    private int score(Instant at) {
        double hurt = troubles.stream().anyMatch(trouble -> trouble.hurts(at)) ? SCORE_BY_TROUBLE : 0;
        double score = USUAL_SCORE - SCORE_BY_FRAILTY * subject.frailty() - hurt + SCORE_SPREAD * dice.normal();
        return (int) Math.clamp(Math.round(score), 0L, 10L);
    }

    private static String mood(int score) {
        if (score >= SATISFIED) {
            return "satisfied";
        }
        return score <= DISSATISFIED ? "dissatisfied" : "neutral";
    }

    private static Number number(Map<?, ?> range, String end) {
        if (range.get(end) instanceof Number number) {
            return number;
        }
        throw new IllegalArgumentException("a range needs numbers from and to, is " + range);
    }

    private Number between(Number from, Number to) {
        double drawn = dice.between(from.doubleValue(), to.doubleValue());
        if (from instanceof Integer && to instanceof Integer) {
            return Math.round(drawn);
        }
        return Math.round(drawn * 100) / 100.0;
    }
}

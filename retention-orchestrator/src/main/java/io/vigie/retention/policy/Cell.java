package io.vigie.retention.policy;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What one condition of a row lets through, for those conditions whose meaning is plain: a dash, words, yes or no, a bound or
 * a range; anything else that a DMN tool can write is taken by the engine as it is and understood by nobody here.
 */
sealed interface Cell {
    /** As it is written. */
    String text();

    /** Lets everything through. */
    record Any(String text) implements Cell {}

    /** Lets some of the answers through. */
    record Words(String text, List<String> words) implements Cell {
        public Words {
            words = List.copyOf(words);
        }
    }

    /** Lets numbers through, from a bound up to another. */
    record Range(String text, Optional<Bound> from, Optional<Bound> to) implements Cell {
        boolean holds(BigDecimal number) {
            return from.map(bound -> bound.reaches(number.compareTo(bound.at())))
                            .orElse(true)
                    && to.map(bound -> bound.reaches(bound.at().compareTo(number)))
                            .orElse(true);
        }
    }

    /** Says more than this can read. */
    record Opaque(String text) implements Cell {}

    /**
     * @param included whether the bound itself is let through
     */
    record Bound(BigDecimal at, boolean included) {
        private boolean reaches(int side) {
            return side > 0 || (side == 0 && included);
        }
    }

    /** Reads a condition on a question. */
    static Cell of(Question question, String written) {
        String text = written.strip();
        if (text.equals("-") || text.isEmpty()) {
            return new Any(text);
        }
        return question.answers().isEmpty() ? range(text) : words(question, text);
    }

    private static Cell words(Question question, String text) {
        boolean not = text.startsWith("not(") && text.endsWith(")");
        String inside = not ? text.substring("not(".length(), text.length() - 1) : text;
        List<String> named = Arrays.stream(inside.split(",")).map(String::strip).toList();
        Predicate<String> wellWritten = question.yesOrNo()
                ? question.answers()::contains
                : word -> word.length() > 1 && word.startsWith("\"") && word.endsWith("\"");
        if (!named.stream().allMatch(wellWritten)) {
            return new Opaque(text);
        }
        List<String> bare = named.stream().map(word -> word.replace("\"", "")).toList();
        List<String> through = question.answers().stream()
                .filter(answer -> bare.contains(answer) != not)
                .toList();
        List<String> unknown =
                bare.stream().filter(word -> !question.answers().contains(word)).toList();
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException(unknown.stream().collect(Collectors.joining(", ", "\"", "\""))
                    + " is no answer to \"" + question.inTable() + "\"; those are "
                    + String.join(", ", question.answers()));
        }
        return new Words(text, through);
    }

    private static Cell range(String text) {
        Matcher bound = Written.BOUND.matcher(text);
        if (bound.matches()) {
            Optional<Bound> at = Optional.of(
                    new Bound(new BigDecimal(bound.group(2)), bound.group(1).endsWith("=")));
            return bound.group(1).startsWith(">")
                    ? new Range(text, at, Optional.empty())
                    : new Range(text, Optional.empty(), at);
        }
        Matcher range = Written.RANGE.matcher(text);
        if (range.matches()) {
            return new Range(
                    text,
                    Optional.of(new Bound(
                            new BigDecimal(range.group(2)), range.group(1).equals("["))),
                    Optional.of(new Bound(
                            new BigDecimal(range.group(3)), range.group(4).equals("]"))));
        }
        return new Opaque(text);
    }

    /** How bounds and ranges are written. */
    final class Written {
        private static final String NUMBER = "(-?\\d+(?:\\.\\d+)?)";
        private static final Pattern BOUND = Pattern.compile("([<>]=?)\\s*" + NUMBER);
        private static final Pattern RANGE =
                Pattern.compile("([\\[(\\]])\\s*" + NUMBER + "\\s*\\.\\.\\s*" + NUMBER + "\\s*([\\])\\[])");

        private Written() {}
    }
}

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
 * What one condition of a row lets through: a dash, words, yes or no, a bound or a range; anything else that DMN knows is
 * refused, because it could be neither checked nor read out, and some of it is code.
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
        return question.answers().isEmpty() ? range(question, text) : words(question, text);
    }

    private static Cell words(Question question, String text) {
        boolean not = text.startsWith("not(") && text.endsWith(")");
        String inside = not ? text.substring("not(".length(), text.length() - 1) : text;
        List<String> named = Arrays.stream(inside.split(",")).map(String::strip).toList();
        Predicate<String> wellWritten = question.yesOrNo()
                ? question.answers()::contains
                : word -> word.length() > 1 && word.startsWith("\"") && word.endsWith("\"");
        if (!named.stream().allMatch(wellWritten)) {
            throw unread(question, text);
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

    private static Cell range(Question question, String text) {
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
        throw unread(question, text);
    }

    private static IllegalArgumentException unread(Question question, String text) {
        String ways = question.answers().isEmpty()
                ? ">= 400, < 400 or [400..5000)"
                : String.join(", ", question.answers())
                        + (question.yesOrNo() ? "" : " in quotes, or not(...) around them");
        return new IllegalArgumentException("\"" + question.inTable() + "\" is asked by " + text
                + ", which is no plain condition; write a dash, or " + ways);
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

package io.vigie.retention.policy;

import io.vigie.events.DataFiles;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads a policy out in a reader's language, for those who answer for it and read no table. */
public final class Wording {
    private static final Words WORDS = words();

    private final String language;

    public Wording(String language) {
        this.language = language;
    }

    /** One row as a sentence. */
    public String of(ReadRow row) {
        return phrase("row", when(row), then(row));
    }

    /** What it asks. */
    public String when(ReadRow row) {
        return row.conditions().isEmpty()
                ? phrase("always")
                : row.conditions().stream().map(this::condition).collect(Collectors.joining("; "));
    }

    /** What it has done. */
    public String then(ReadRow row) {
        Map<String, String> outputs = row.outputs();
        return switch (outputs.getOrDefault("verdict", "")) {
            case "act" ->
                (outputs.containsKey("acknowledge") ? phrase("acknowledge") : "")
                        + phrase(
                                "act",
                                output(outputs, "action"),
                                output(outputs, "team"),
                                due(outputs.getOrDefault("due", "")))
                        + Optional.ofNullable(outputs.get("floor"))
                                .map(_ -> phrase("floor", output(outputs, "floor")))
                                .orElse("");
            case "no action" -> phrase("noAction", output(outputs, "reason"));
            default -> phrase("keepWatching");
        };
    }

    /** Everything that differs, a sentence each. */
    public List<String> of(Difference difference) {
        return Stream.of(
                        difference.removed().stream().map(row -> phrase("removed", row.rule(), of(row))),
                        difference.added().stream().map(row -> phrase("added", row.rule(), of(row))),
                        difference.changed().stream()
                                .map(pair -> phrase("changed", pair.was().rule(), of(pair.was()), of(pair.now()))),
                        difference.order().isEmpty()
                                ? Stream.<String>empty()
                                : Stream.of(phrase("moved", String.join(", ", difference.order()))),
                        difference.figures().stream()
                                .map(figure -> phrase(
                                        "figure", figure.path(), orNothing(figure.was()), orNothing(figure.now()))))
                .flatMap(sentences -> sentences)
                .toList();
    }

    private String orNothing(String value) {
        return value.isEmpty() ? phrase("nothing") : value;
    }

    private String condition(Condition condition) {
        String question = in(WORDS.questions(), condition.question().inTable());
        return switch (Cell.of(condition.question(), condition.text())) {
            case Cell.Any _ -> phrase("always");
            case Cell.Words words
            when condition.question().yesOrNo() -> words.words().contains("true") ? question : phrase("not") + question;
            case Cell.Words words ->
                phrase(
                        "is",
                        question,
                        words.words().stream()
                                .map(word -> in(WORDS.answers(), word))
                                .collect(Collectors.joining(phrase("or"))));
            case Cell.Range range ->
                phrase(
                        "is",
                        question,
                        Stream.concat(
                                        range.from().stream()
                                                .map(bound -> bound(bound.included() ? "from" : "above", bound)),
                                        range.to().stream()
                                                .map(bound -> bound(bound.included() ? "upTo" : "below", bound)))
                                .collect(Collectors.joining(", ")));
        };
    }

    private String bound(String phrase, Cell.Bound bound) {
        return phrase(phrase, bound.at().toPlainString());
    }

    private String output(Map<String, String> outputs, String name) {
        return in(WORDS.outputs(), outputs.getOrDefault(name, ""));
    }

    private String due(String words) {
        return words.isEmpty()
                ? ""
                : switch (Due.of(words)) {
                    case Due.SameDay _ -> phrase("sameDay");
                    case Due.Hours(int count) -> phrase("hours", String.valueOf(count));
                    case Due.Days(int count) -> phrase("days", String.valueOf(count));
                };
    }

    private String phrase(String name, String... values) {
        String phrase = in(WORDS.phrases(), name);
        for (int i = 0; i < values.length; i++) {
            phrase = phrase.replace("{" + i + "}", values[i]);
        }
        return phrase;
    }

    /** What has no word of its own, such as a company's own programme, is read out as it is written. */
    private String in(Map<String, Map<String, String>> words, String word) {
        return words.getOrDefault(word, Map.of()).getOrDefault(language, word);
    }

    private static Words words() {
        try (InputStream file = Wording.class.getResourceAsStream("/policy/words.yaml")) {
            return DataFiles.yaml().readValue(file, Words.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** By word, then by language. */
    record Words(
            Map<String, Map<String, String>> questions,
            Map<String, Map<String, String>> answers,
            Map<String, Map<String, String>> outputs,
            Map<String, Map<String, String>> phrases) {}

    static Words all() {
        return WORDS;
    }
}

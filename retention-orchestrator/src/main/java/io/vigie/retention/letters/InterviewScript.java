package io.vigie.retention.letters;

import io.vigie.events.Word;
import io.vigie.events.signal.Cause;
import io.vigie.events.signal.JourneyStage;
import io.vigie.events.signal.Labels;
import io.vigie.retention.policy.Parting;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * {@code interview.yaml}: what leavers are asked.
 *
 * @param link ids of the three questions for those who don't want to talk
 */
public record InterviewScript(List<Question> questions, List<String> link) {
    private static final int LONGEST = 4_000;
    private static final int FARTHEST_YEARS = 20;

    public InterviewScript {
        questions = List.copyOf(questions);
        link = List.copyOf(link);
        Set<String> known = questions.stream().map(Question::id).collect(Collectors.toSet());
        if (known.size() != questions.size() || !known.containsAll(link)) {
            throw new IllegalArgumentException("each question has an id of its own, and link names only such");
        }
    }

    /** What kind of answer is wanted. */
    public enum Kind implements Word {
        TEXT,
        CAUSE,
        STAGE,
        YES_NO,
        DATE
    }

    /** One question. */
    public record Question(String id, Kind kind, Labels ask) {}

    /** Those of the link, in their order. */
    public List<Question> three() {
        return link.stream()
                .flatMap(id ->
                        questions.stream().filter(question -> question.id().equals(id)))
                .toList();
    }

    /**
     * What was answered, in the order of the questions; what was left empty is left out.
     *
     * @param asked the questions that were asked
     * @param today dates may lie so many years off
     * @throws IllegalArgumentException when an answer does not fit its question, naming it
     */
    public static Answers answers(List<Question> asked, Map<String, String> given, LocalDate today) {
        Map<String, String> fitting = new LinkedHashMap<>();
        for (Question question : asked) {
            String said =
                    Optional.ofNullable(given.get(question.id())).orElse("").strip();
            if (!said.isEmpty()) {
                fitting.put(question.id(), fit(question, said, today));
            }
        }
        if (fitting.isEmpty()) {
            throw new IllegalArgumentException("at least one question must be answered");
        }
        return new Answers(fitting);
    }

    private static String fit(Question question, String said, LocalDate today) {
        try {
            return switch (question.kind()) {
                case TEXT -> said.substring(0, Math.min(said.length(), LONGEST));
                case CAUSE -> Word.of(Cause.class, said).word();
                case STAGE -> Word.of(JourneyStage.class, said).word();
                case YES_NO -> YesNo.of(said).word();
                case DATE -> near(LocalDate.parse(said), today).toString();
            };
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new IllegalArgumentException(question.id() + ": " + e.getMessage(), e);
        }
    }

    /** No commitment reaches further, and not every calendar. */
    private static LocalDate near(LocalDate day, LocalDate today) {
        if (day.isBefore(today.minusYears(FARTHEST_YEARS)) || day.isAfter(today.plusYears(FARTHEST_YEARS))) {
            throw new IllegalArgumentException(day + " is more than " + FARTHEST_YEARS + " years off");
        }
        return day;
    }

    private enum YesNo implements Word {
        YES,
        NO;

        static YesNo of(String said) {
            return Word.of(YesNo.class, said);
        }
    }

    /** Answers by question; personal. */
    public record Answers(Map<String, String> byQuestion) {
        public Answers {
            byQuestion = Map.copyOf(byQuestion);
        }

        /** What may be counted without saying anything of a person. */
        public Optional<String> counted(String question) {
            return Optional.ofNullable(byQuestion.get(question));
        }

        /** When they will be free again, where they said so. */
        public Optional<LocalDate> committedUntil() {
            return counted("elsewhere").map(LocalDate::parse);
        }

        /** What they said of being asked back, if anything. */
        public Optional<Parting> parting(Instant at) {
            return approachable().isEmpty() && committedUntil().isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Parting(at, approachable().orElse(true), committedUntil()));
        }

        public Optional<Boolean> approachable() {
            return counted("approachable").map("yes"::equals);
        }
    }
}

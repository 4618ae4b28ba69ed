package io.vigie.retention.policy;

import io.vigie.events.Word;
import io.vigie.events.retention.Action;
import io.vigie.events.retention.NoActionReason;
import io.vigie.events.retention.Team;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a row of the decision table asks for, before channels and profit have had their say. */
sealed interface Row {
    /** The row's name, which every decision made by it carries. */
    String rule();

    /**
     * @param answers the open matter that the row answers; softer steps then stay with its team
     * @param floor the hardest action that is taken though it doesn't pay, where an answer is owed
     * @param acknowledge whether the customer has a right to a durable confirmation besides
     * @param programme the programme it belongs to, which is ours to do or leave; rows that answer have none
     */
    record Act(
            String rule,
            Action action,
            Team team,
            Due due,
            Optional<String> answers,
            Optional<Action> floor,
            boolean acknowledge,
            Optional<String> programme)
            implements Row {
        private static final Set<String> OWED_AN_ANSWER =
                Set.of(Matters.INCIDENT, Matters.TERMINATION, Matters.PAYMENT, Matters.COMPLAINT);

        /** Whether the contact is one that we start: answers to what is open are not counted, nor limited. */
        boolean startedByUs() {
            return answers().filter(OWED_AN_ANSWER::contains).isEmpty();
        }

        /** Whose the row's own action is, and whatever softer answers an open matter; else it is the usual team's. */
        Optional<Team> teamFor(Action taken) {
            return taken == action || answers.isPresent() ? Optional.of(team) : Optional.empty();
        }
    }

    record NoAction(String rule, NoActionReason because) implements Row {}

    record KeepWatching(String rule) implements Row {}

    /**
     * Reads the outputs of a row.
     *
     * @throws IllegalArgumentException naming the row and what is wrong with it
     */
    static Row of(Map<String, ?> outputs) {
        String rule = text(outputs, "rule");
        try {
            return switch (text(outputs, "verdict")) {
                case "act" ->
                    new Act(
                            rule,
                            Word.of(Action.class, text(outputs, "action")),
                            Word.of(Team.class, text(outputs, "team")),
                            Due.of(text(outputs, "due")),
                            optional(outputs, "answers"),
                            optional(outputs, "floor").map(word -> Word.of(Action.class, word)),
                            "yes".equals(outputs.get("acknowledge")),
                            optional(outputs, "programme"));
                case "no action" -> new NoAction(rule, Word.of(NoActionReason.class, text(outputs, "reason")));
                case "keep watching" -> new KeepWatching(rule);
                default -> throw new IllegalArgumentException("\"verdict\" is none of: act, no action, keep watching");
            };
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("policy row " + rule + ": " + e.getMessage(), e);
        }
    }

    private static String text(Map<String, ?> outputs, String name) {
        return optional(outputs, name)
                .orElseThrow(() -> new IllegalArgumentException("a row of the policy has no \"" + name + "\""));
    }

    private static Optional<String> optional(Map<String, ?> outputs, String name) {
        @Nullable Object value = outputs.get(name);
        return Optional.ofNullable(value).map(Object::toString).filter(text -> !text.isBlank());
    }
}

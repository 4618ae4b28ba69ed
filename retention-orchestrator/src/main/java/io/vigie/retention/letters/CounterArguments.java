package io.vigie.retention.letters;

import io.vigie.events.signal.Labels;
import java.time.LocalDate;
import java.util.List;

/** {@code counter-arguments.yaml}: what may be answered to a competitor's, by whom it is kept true, and until when. */
public record CounterArguments(List<Argument> arguments) {
    public CounterArguments {
        arguments = List.copyOf(arguments);
    }

    /** Those that may still be used: what nobody has looked at in time may be wrong by now. */
    public List<Argument> usableOn(LocalDate day) {
        return arguments.stream()
                .filter(argument -> !argument.review().isBefore(day))
                .toList();
    }

    /**
     * One answer.
     *
     * @param owner who keeps it true
     * @param review the last day on which it may be used
     */
    public record Argument(String competitor, Labels theySay, Labels weAnswer, String owner, LocalDate review) {
        public Argument {
            if (owner == null || owner.isBlank() || review == null) {
                throw new IllegalArgumentException(
                        "the argument against " + competitor + " needs an owner and a review date");
            }
        }

        Answer in(Language language) {
            return new Answer(competitor, theySay.in(language.word()), weAnswer.in(language.word()));
        }
    }

    /** An argument in one language. */
    public record Answer(String competitor, String theySay, String weAnswer) {}
}

package io.vigie.retention.letters;

import io.vigie.events.signal.Cause;
import io.vigie.events.signal.Labels;
import java.util.List;
import java.util.Map;

/**
 * {@code scripts.yaml}: what to say on the telephone, by cause.
 *
 * @param never what is never said, whatever the cause
 * @param otherwise for a cause without a script of its own
 */
public record Scripts(Labels opening, Labels closing, List<Labels> never, Part otherwise, Map<Cause, Part> causes) {
    public Scripts {
        never = List.copyOf(never);
        causes = Map.copyOf(causes);
    }

    /** What to ask and what to own up to, in this order. */
    public record Part(List<Labels> listen, List<Labels> admit) {
        public Part {
            listen = List.copyOf(listen);
            admit = List.copyOf(admit);
            if (listen.isEmpty() || admit.isEmpty()) {
                throw new IllegalArgumentException("a script both listens and admits");
            }
        }
    }

    /**
     * The script of a call.
     *
     * @param arguments what may be answered to a competitor; used where the cause is one
     */
    public Script of(Cause cause, List<CounterArguments.Argument> arguments, Language language) {
        Part part = causes.getOrDefault(cause, otherwise);
        return new Script(
                opening.in(language.word()),
                in(part.listen(), language),
                in(part.admit(), language),
                in(never, language),
                arguments.stream().map(argument -> argument.in(language)).toList(),
                closing.in(language.word()));
    }

    private static List<String> in(List<Labels> texts, Language language) {
        return texts.stream().map(text -> text.in(language.word())).toList();
    }

    /** A script in one language. */
    public record Script(
            String opening,
            List<String> listen,
            List<String> admit,
            List<String> never,
            List<CounterArguments.Answer> answers,
            String closing) {}
}

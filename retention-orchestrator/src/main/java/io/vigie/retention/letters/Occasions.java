package io.vigie.retention.letters;

import io.vigie.events.risk.RiskAssessed;
import io.vigie.events.signal.Cause;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * {@code occasions.yaml}: which text fits which situation, the first line that holds.
 *
 * @param otherwise where no line holds
 * @param others texts that no situation asks for, but people or the law
 * @param withoutOffer texts in which nothing is ever offered
 * @param postOnly texts that go out by post and in no other way
 * @param toTheFamily texts that do not address the customer
 * @param withDeadline texts that mean nothing without the last day of a notice period
 * @param asking texts with a link to three questions
 * @param withoutPermission texts for which the law is not asked
 */
public record Occasions(
        List<Line> occasions,
        String otherwise,
        Set<String> others,
        Set<String> withoutOffer,
        Set<String> postOnly,
        Set<String> toTheFamily,
        Set<String> withDeadline,
        Set<String> asking,
        Set<String> withoutPermission) {
    public Occasions {
        occasions = List.copyOf(occasions);
        others = Set.copyOf(others);
        withoutOffer = Set.copyOf(withoutOffer);
        postOnly = Set.copyOf(postOnly);
        toTheFamily = Set.copyOf(toTheFamily);
        withDeadline = Set.copyOf(withDeadline);
        asking = Set.copyOf(asking);
        withoutPermission = Set.copyOf(withoutPermission);
    }

    /** The name of the text that fits. */
    public String fitting(Situation now) {
        return occasions.stream()
                .filter(line -> line.holds(now))
                .findFirst()
                .map(Line::text)
                .orElse(otherwise);
    }

    /** The open matter that a text speaks of, where it speaks of one and the customer has it. */
    public Optional<String> matterOf(String text, RiskAssessed risk) {
        return occasions.stream()
                .filter(line -> line.text().equals(text))
                .flatMap(line -> line.about().stream())
                .filter(matter -> risk.openMatter(matter).isPresent())
                .findFirst();
    }

    /** All texts that there must be, in order of name. */
    public Set<String> texts() {
        Set<String> all = new TreeSet<>(others);
        all.add(otherwise);
        occasions.forEach(line -> all.add(line.text()));
        return all;
    }

    /** One line; a condition that is not given always holds. */
    public record Line(
            String text,
            Optional<String> about,
            Optional<Boolean> owed,
            Optional<Cause> unavoidable,
            Optional<Boolean> lost,
            Optional<Cause> cause,
            Optional<String> factor) {
        public Line {
            about = about == null ? Optional.empty() : about;
            owed = owed == null ? Optional.empty() : owed;
            unavoidable = unavoidable == null ? Optional.empty() : unavoidable;
            lost = lost == null ? Optional.empty() : lost;
            cause = cause == null ? Optional.empty() : cause;
            factor = factor == null ? Optional.empty() : factor;
        }

        boolean holds(Situation now) {
            return (about.isEmpty() || about.equals(now.about()))
                    && owed.filter(wanted -> wanted != now.owed()).isEmpty()
                    && (unavoidable.isEmpty() || unavoidable.equals(now.unavoidable()))
                    && lost.filter(wanted -> wanted != now.lost()).isEmpty()
                    && cause.filter(wanted -> wanted != now.cause()).isEmpty()
                    && factor.filter(wanted -> !now.factors().contains(wanted)).isEmpty();
        }
    }
}

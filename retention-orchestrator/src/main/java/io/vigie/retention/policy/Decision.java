package io.vigie.retention.policy;

import io.vigie.events.retention.Action;
import io.vigie.events.retention.DecisionTrace;
import io.vigie.events.retention.NoActionReason;
import io.vigie.events.risk.Reason;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What to do about one customer now. */
public sealed interface Decision {
    /** When to decide again though nothing comes, because a matter will by then have been open too long. */
    Optional<Instant> lookAgainAt();

    /**
     * Somebody shall do something.
     *
     * @param about the open matter it answers, where it answers one rather than the level
     * @param steps what is to be done, at least one thing
     * @param why reasons of the larger risk, largest movement first
     * @param currency of all amounts
     */
    record Act(
            Optional<String> about,
            List<Step> steps,
            List<Reason> why,
            DecisionTrace trace,
            String currency,
            Optional<Instant> lookAgainAt)
            implements Decision {
        public Act {
            steps = List.copyOf(steps);
            why = List.copyOf(why);
            if (steps.isEmpty()) {
                throw new IllegalArgumentException("to act, at least one step is needed");
            }
        }

        /** The same by other steps, such as the same ones on other days. */
        public Act by(List<Step> others) {
            return new Act(about, others, why, trace, currency, lookAgainAt);
        }

        /** Whether it tries to win back who has left, rather than to keep who is still there. */
        public boolean winsBack() {
            return trace.programme().filter(Occasion::winsBack).isPresent();
        }

        /** The hardest of what is to be done: what the case is named after. */
        public Action action() {
            return steps.stream()
                    .map(Step::action)
                    .max(Comparator.naturalOrder())
                    .orElseThrow();
        }
    }

    /** Nobody acts, on purpose. */
    record LetGo(NoActionReason because, DecisionTrace trace, Optional<Instant> lookAgainAt) implements Decision {}

    /** Nothing to decide yet. */
    record KeepWatching(Optional<Instant> lookAgainAt) implements Decision {}
}

package io.vigie.scorer.learning.history;

import io.vigie.scorer.model.RiskModel;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where among a model's inputs stands what is read of a customer: found by what it is, so that an expert's figure may
 * change and what was learned stays.
 */
final class Places {
    private final Map<String, Integer> counters = new HashMap<>();
    private final Map<String, Integer> habits = new HashMap<>();
    private final Map<String, Integer> groups = new HashMap<>();
    private final Map<Long, Integer> figures = new HashMap<>();
    private final Set<String> met;

    /**
     * Finds them.
     *
     * @param met the groups of customers that were learned from
     * @param experts by whose figures older files named what they read
     */
    Places(List<Input> inputs, Set<String> met, RiskModel experts) {
        this.met = Set.copyOf(met);
        for (int i = 0; i < inputs.size(); i++) {
            Input input = inputs.get(i);
            switch (input.reads()) {
                case BASE -> base(input, i);
                case SCORECARD -> reading(input, i, experts);
                case HABIT -> habits.put(input.factor(), i);
                case ATTRIBUTE -> {}
            }
        }
    }

    private void base(Input input, int at) {
        if (input.byWeight()) {
            figures.put(tenThousandths(input.weight()), at);
        } else {
            input.groups().forEach(group -> groups.put(group, at));
        }
    }

    /** A type of one kind is the same however the experts weigh it now. */
    private void reading(Input input, int at, RiskModel experts) {
        if (!input.byWeight()) {
            counters.put(input.name(), at);
            return;
        }
        Map<String, Double> weights = experts.weights(input.factor());
        weights.forEach((counter, weight) -> {
            if (weights.size() == 1 || hundredths(weight) == hundredths(input.weight())) {
                counters.put(counter, at);
            }
        });
    }

    private static long hundredths(double figure) {
        return Math.round(100 * figure);
    }

    private static long tenThousandths(double figure) {
        return Math.round(1e4 * figure);
    }

    OptionalInt ofCounter(String counter) {
        return of(counters.get(counter));
    }

    OptionalInt ofHabit(String habit) {
        return of(habits.get(habit));
    }

    OptionalInt ofBase(String group, double logOdds) {
        return of(groups.getOrDefault(group, figures.get(tenThousandths(logOdds))));
    }

    /** Whether customers of a group were learned from, and none of theirs is an input: then theirs is the intercept. */
    boolean isIntercept(String group) {
        return met.contains(group) && figures.isEmpty() && !groups.containsKey(group);
    }

    private static OptionalInt of(@Nullable Integer place) {
        return place == null ? OptionalInt.empty() : OptionalInt.of(place);
    }
}

package io.vigie.events.signal;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;

/**
 * A way in which signals of one type differ in what they mean: a detractor's answer is not a promoter's.
 *
 * @param name ends the name of its counter: {@code survey.answered/detractor}
 * @param told how signals of this variant are told to the customer; of several under one name the first that says so
 * @param when every attribute named must pass its test
 * @param weight what it moves the log-odds of its risk by, per doubling of one plus its count
 * @param remedyShare what share of the remedied count it takes away, in place of the type's own
 * @param unavoidable the cause, where this variant is unavoidable leaving
 */
public record Variant(
        String name,
        Optional<Told> told,
        Map<String, Condition> when,
        double weight,
        Optional<Double> remedyShare,
        Optional<Cause> unavoidable) {
    public Variant {
        if (!Double.isFinite(weight)) {
            throw new IllegalArgumentException("variant " + name + ": weight must be a number, is " + weight);
        }
        told = told == null ? Optional.empty() : told;
        when = when == null ? Map.of() : Map.copyOf(when);
        remedyShare = remedyShare == null ? Optional.empty() : remedyShare;
        unavoidable = unavoidable == null ? Optional.empty() : unavoidable;
    }

    boolean fits(JsonNode attributes) {
        for (Map.Entry<String, Condition> test : when.entrySet()) {
            if (!test.getValue().holds(attributes.path(test.getKey()))) {
                return false;
            }
        }
        return true;
    }
}

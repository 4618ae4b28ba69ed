package io.vigie.scorer.scoring;

import io.vigie.events.customer.Customer;
import io.vigie.events.customer.Segment;
import io.vigie.events.signal.RiskKind;
import io.vigie.scorer.learning.history.Habits;
import io.vigie.scorer.model.ExpertOutlook;
import io.vigie.scorer.model.Reading;
import io.vigie.scorer.model.RiskModel;
import io.vigie.scorer.profile.Profile;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * What a model that was brought along may read of a customer, by name: what the scorecard reads, by factor, by counter, or
 * by factor and weight; habits; {@code contract} and {@code business} as 0 or 1; {@code attribute.NAME} of the customer record, as
 * a number or, as {@code attribute.NAME=VALUE}, as 0 or 1.
 */
final class CustomerFeatures {
    private static final String ATTRIBUTE = "attribute.";
    private static final String CONTRACT = "contract";
    private static final String BUSINESS = "business";

    /** What tells of whom it is and not of what happened: the same in the base of an explanation. */
    private static final Set<String> OF_THE_GROUP = Set.of(CONTRACT, BUSINESS);

    /** As many as the catalogue weighs; put together anew they would take longer than the model. */
    private static final Map<Weighed, String> NAMES = new ConcurrentHashMap<>();

    private CustomerFeatures() {}

    /** Whether there is such a thing to read. */
    static boolean known(String name, RiskModel scorecard) {
        return OF_THE_GROUP.contains(name)
                || name.startsWith(ATTRIBUTE)
                || Habits.NAMES.contains(name)
                || scorecard.factors().contains(name.split("[ /]", 2)[0]);
    }

    /**
     * Refuses names of nothing that there is, whole: a weight that nothing has any more reads nothing.
     *
     * @throws IllegalArgumentException naming those there are
     */
    static void check(List<String> names, RiskModel scorecard) {
        SortedSet<String> all = names(scorecard);
        List<String> unknown = names.stream()
                .filter(name -> !name.startsWith(ATTRIBUTE) && !all.contains(name))
                .toList();
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException("nothing of a customer is called " + unknown + "; there are "
                    + String.join(", ", all) + ", and attribute.NAME of the customer record");
        }
    }

    /** All that may be read but attributes: kinds of a signal by name or by weight. */
    private static SortedSet<String> names(RiskModel scorecard) {
        SortedSet<String> names = new TreeSet<>(OF_THE_GROUP);
        names.addAll(Habits.NAMES);
        for (String factor : scorecard.factors()) {
            names.add(factor);
            scorecard.weights(factor).forEach((counter, weight) -> {
                names.add(counter);
                names.add(new Weighed(factor, weight).name());
            });
        }
        return names;
    }

    /** Whether it is of the customer's group. */
    static boolean ofTheGroup(String name) {
        return OF_THE_GROUP.contains(name);
    }

    static Map<String, Double> of(ExpertOutlook outlook, Profile profile, Instant at) {
        Map<String, Double> values = new HashMap<>(Habits.of(profile, at));
        Stream.of(RiskKind.BY_CHOICE, RiskKind.UNPAID)
                .flatMap(kind -> outlook.readings(kind, at).stream())
                .forEach(reading -> {
                    values.merge(reading.factor(), reading.value(), Double::sum);
                    values.merge(named(reading), reading.value(), Double::sum);
                    if (!reading.counter().equals(reading.factor())) {
                        values.merge(reading.counter(), reading.value(), Double::sum);
                    }
                });
        values.put(CONTRACT, profile.contracts().isEmpty() ? 0.0 : 1.0);
        values.put(BUSINESS, outlook.segment() == Segment.B2B ? 1.0 : 0.0);
        return values;
    }

    /** The value of one; what nothing is known of, or is no finite number, is as typical. */
    static double value(String name, double typical, Map<String, Double> values, Profile profile) {
        return name.startsWith(ATTRIBUTE)
                ? attribute(name.substring(ATTRIBUTE.length()), typical, profile)
                : values.getOrDefault(name, typical);
    }

    private static double attribute(String name, double typical, Profile profile) {
        Map<String, String> attributes =
                profile.record().map(Customer::attributes).orElse(Map.of());
        int equals = name.indexOf('=');
        if (equals > 0) {
            return name.substring(equals + 1).equals(attributes.get(name.substring(0, equals))) ? 1 : 0;
        }
        try {
            double value = Double.parseDouble(attributes.getOrDefault(name, String.valueOf(typical)));
            return Float.isFinite((float) value) ? value : typical;
        } catch (NumberFormatException _) {
            return typical;
        }
    }

    /** Variants of a type that weigh differently are told apart by their weight. */
    private static String named(Reading reading) {
        return NAMES.computeIfAbsent(new Weighed(reading.factor(), reading.weight()), Weighed::name);
    }

    private record Weighed(String factor, double weight) {
        String name() {
            return String.format(Locale.ROOT, "%s %.2f", factor, weight);
        }
    }
}

package io.vigie.scorer.model;

import io.vigie.events.customer.Contract;
import io.vigie.scorer.profile.Days;
import io.vigie.scorer.profile.Profile;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a date that passes means, though no signal was sent: it stands for a signal type from one instant on.
 *
 * @param type the signal type it stands for; a CRM's own signal for the same counts instead where it counts for more
 * @param until when it is over at once; without it, it fades with the type's half-life
 * @param other of the same type, where several count as the one that counts for most
 */
record DateFeature(String type, Instant from, Optional<Instant> until, Optional<DateFeature> other) {
    private static final int YEAR = 365;

    private DateFeature(String type, Instant from, Optional<Instant> until) {
        this(type, from, until, Optional.empty());
    }

    /** Those that mean something of a customer, soonest first: of each open contract one at most. */
    static List<DateFeature> of(Profile profile, Scorecard scorecard) {
        if (profile.lost()) {
            return List.of();
        }
        List<DateFeature> features = new ArrayList<>(2);
        anniversary(profile, scorecard).ifPresent(features::add);
        profile.contracts().values().forEach(open -> ofContract(open.terms()).ifPresent(features::add));
        features.sort(Comparator.comparing(DateFeature::from));
        return features;
    }

    /** Those of a type as one. */
    static List<DateFeature> onceEach(List<DateFeature> dates) {
        if (dates.size() < 2) {
            return dates;
        }
        Map<String, DateFeature> once = new LinkedHashMap<>();
        dates.forEach(date -> once.merge(date.type, date, (some, next) -> next.or(some)));
        return List.copyOf(once.values());
    }

    private DateFeature or(DateFeature another) {
        return new DateFeature(type, from, until, Optional.of(another));
    }

    /** The count it stands for at an instant. */
    double count(Instant at, double halfLifeDays) {
        double own = ownCount(at, halfLifeDays);
        return other.map(another -> Math.max(own, another.count(at, halfLifeDays)))
                .orElse(own);
    }

    private double ownCount(Instant at, double halfLifeDays) {
        if (at.isBefore(from) || until.filter(end -> !at.isBefore(end)).isPresent()) {
            return 0;
        }
        return until.isPresent() ? 1 : Math.pow(2, -Days.between(from, at) / halfLifeDays);
    }

    private static Optional<DateFeature> anniversary(Profile profile, Scorecard scorecard) {
        if (profile.contracted()) {
            return Optional.empty();
        }
        return profile.orders()
                .map(orders -> new DateFeature(
                        "order.not-renewed",
                        Days.after(orders.last(), YEAR + scorecard.anniversaryGraceDays()),
                        Optional.empty()));
    }

    /** A renewal missed, or a window for notice. */
    private static Optional<DateFeature> ofContract(Contract terms) {
        return switch (terms.renewal()) {
            case EXPLICIT -> terms.end().map(end -> new DateFeature("renewal.missed", end, Optional.empty()));
            case TACIT ->
                terms.noticeOpens().map(opens -> new DateFeature("notice-window.opened", opens, terms.noticeCloses()));
        };
    }
}

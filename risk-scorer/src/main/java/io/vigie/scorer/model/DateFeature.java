package io.vigie.scorer.model;

import io.vigie.events.customer.Contract;
import io.vigie.events.signal.OpenMatter;
import io.vigie.events.signal.SignalCatalogue;
import io.vigie.scorer.profile.Days;
import io.vigie.scorer.profile.OpenContract;
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
 * @param expires when what fades counts as settled, as the type's own signal would
 * @param other of the same type, where several count as the one that counts for most
 */
record DateFeature(
        String type, Instant from, Optional<Instant> until, Optional<Instant> expires, Optional<DateFeature> other) {
    private static final int YEAR = 365;

    private static DateFeature fading(String type, Instant from, SignalCatalogue catalogue) {
        Optional<Instant> expires = catalogue
                .find(type)
                .flatMap(known -> known.opens())
                .map(OpenMatter::atMostDays)
                .map(days -> Days.after(from, days));
        return new DateFeature(type, from, Optional.empty(), expires, Optional.empty());
    }

    /** Those that mean something of a customer, soonest first: of each open contract one at most. */
    static List<DateFeature> of(Profile profile, Scorecard scorecard, SignalCatalogue catalogue) {
        if (profile.lost()) {
            return List.of();
        }
        List<DateFeature> features = new ArrayList<>(2);
        anniversary(profile, scorecard, catalogue).ifPresent(features::add);
        for (OpenContract open : profile.contracts().values()) {
            switch (open.terms().renewal()) {
                case EXPLICIT -> missed(open, profile, scorecard, catalogue).ifPresent(features::add);
                case TACIT -> noticeWindow(open.terms()).ifPresent(features::add);
            }
        }
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
        return new DateFeature(type, from, until, expires, Optional.of(another));
    }

    /** When it is open no longer, if ever. */
    Optional<Instant> over() {
        return until.or(() -> expires);
    }

    boolean openAt(Instant at) {
        return !at.isBefore(from) && over().filter(end -> !at.isBefore(end)).isEmpty();
    }

    /** The count it stands for at an instant. */
    double count(Instant at, double halfLifeDays) {
        double own = ownCount(at, halfLifeDays);
        return other.map(another -> Math.max(own, another.count(at, halfLifeDays)))
                .orElse(own);
    }

    private double ownCount(Instant at, double halfLifeDays) {
        if (!openAt(at)) {
            return 0;
        }
        return until.isPresent() ? 1 : Math.pow(2, -Days.between(from, at) / halfLifeDays);
    }

    private static Optional<DateFeature> anniversary(Profile profile, Scorecard scorecard, SignalCatalogue catalogue) {
        if (profile.contracted()) {
            return Optional.empty();
        }
        return profile.orders()
                .map(orders -> fading(
                        "order.not-renewed",
                        Days.after(orders.last(), YEAR + scorecard.anniversaryGraceDays()),
                        catalogue));
    }

    /** None of who renewed under a new number. */
    private static Optional<DateFeature> missed(
            OpenContract open, Profile profile, Scorecard scorecard, SignalCatalogue catalogue) {
        boolean succeeded = profile.contracts().values().stream()
                .anyMatch(other -> open.succeededBy(other, scorecard.renewalGraceDays()));
        return open.terms().end().filter(_ -> !succeeded).map(end -> fading("renewal.missed", end, catalogue));
    }

    private static Optional<DateFeature> noticeWindow(Contract terms) {
        return terms.noticeOpens()
                .map(opens -> new DateFeature(
                        "notice-window.opened", opens, terms.noticeCloses(), Optional.empty(), Optional.empty()));
    }
}

package io.vigie.scorer.model;

import io.vigie.events.customer.Contract;
import io.vigie.scorer.profile.Days;
import io.vigie.scorer.profile.LifeEnd;
import io.vigie.scorer.profile.Profile;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a date that passes means, though no signal was sent: it stands for a signal type from one instant on.
 *
 * @param type the signal type it stands for; a CRM's own signal for the same counts instead where it counts for more
 * @param until when it is over at once; without it, it fades with the type's half-life
 */
record DateFeature(String type, Instant from, Optional<Instant> until) {
    private static final int YEAR = 365;

    static List<DateFeature> of(Profile profile, Scorecard scorecard) {
        if (profile.lost()) {
            return List.of();
        }
        List<DateFeature> features = new ArrayList<>(2);
        anniversary(profile, scorecard).ifPresent(features::add);
        LifeEnd.lastContract(profile.contracts())
                .flatMap(DateFeature::ofContract)
                .ifPresent(features::add);
        return features;
    }

    /** The count it stands for at an instant. */
    double count(Instant at, double halfLifeDays) {
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
    private static Optional<DateFeature> ofContract(Contract last) {
        return switch (last.renewal()) {
            case EXPLICIT -> last.end().map(end -> new DateFeature("renewal.missed", end, Optional.empty()));
            case TACIT ->
                last.noticeOpens().map(opens -> new DateFeature("notice-window.opened", opens, last.noticeCloses()));
        };
    }
}

package io.vigie.scorer.model;

import io.vigie.events.customer.Contract;
import io.vigie.events.customer.Renewal;
import io.vigie.scorer.profile.Days;
import io.vigie.scorer.profile.LifeEnd;
import io.vigie.scorer.profile.Profile;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a date that passes means, though no signal was sent: it stands for a signal type from one instant on.
 *
 * @param type the signal type it stands for; a CRM's own signal for the same counts instead where it counts for more
 * @param until when it is over at once; without it, it fades with the type's half-life
 */
record DateFeature(String type, Instant from, Optional<Instant> until) {
    private static final int YEAR = 365;

    static Stream<DateFeature> of(Profile profile, Scorecard scorecard) {
        if (profile.lost()) {
            return Stream.empty();
        }
        return Stream.of(anniversary(profile, scorecard), missedRenewal(profile), noticeWindow(profile))
                .flatMap(Optional::stream);
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

    private static Optional<DateFeature> missedRenewal(Profile profile) {
        return lastContract(profile, Renewal.EXPLICIT)
                .flatMap(Contract::end)
                .map(end -> new DateFeature("renewal.missed", end, Optional.empty()));
    }

    private static Optional<DateFeature> noticeWindow(Profile profile) {
        return lastContract(profile, Renewal.TACIT)
                .filter(contract -> contract.noticeOpens().isPresent())
                .map(contract -> new DateFeature(
                        "notice-window.opened", contract.noticeOpens().orElseThrow(), contract.noticeCloses()));
    }

    private static Optional<Contract> lastContract(Profile profile, Renewal renewal) {
        return LifeEnd.lastContract(profile.contracts()).filter(contract -> contract.renewal() == renewal);
    }
}

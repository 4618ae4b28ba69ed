package io.vigie.scorer.model;

import io.vigie.events.risk.Matter;
import io.vigie.scorer.profile.OpenItem;
import io.vigie.scorer.profile.Profile;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What is open between the customer and us at an instant: matters left open by signals, and dates that have passed. */
public final class OpenMatters {
    private OpenMatters() {}

    public static List<Matter> at(Profile profile, Scorecard scorecard, Instant now) {
        Map<String, Matter> open = new TreeMap<>();
        if (profile.lost()) {
            return List.of();
        }
        for (OpenItem item : profile.matters()) {
            if (item.openAt(now)) {
                open.merge(item.type(), matter(item), OpenMatters::both);
            }
        }
        for (DateFeature date : DateFeature.of(profile, scorecard)) {
            if (!date.from().isAfter(now)
                    && date.until().filter(end -> !end.isAfter(now)).isEmpty()) {
                open.putIfAbsent(date.type(), new Matter(date.type(), date.from(), 1, date.until()));
            }
        }
        return List.copyOf(open.values());
    }

    private static Matter matter(OpenItem item) {
        return new Matter(item.type(), item.since(), 1, item.until());
    }

    private static Matter both(Matter a, Matter b) {
        Optional<Instant> until = a.until().or(b::until);
        return new Matter(
                a.type(), a.since().isBefore(b.since()) ? a.since() : b.since(), a.count() + b.count(), until);
    }
}

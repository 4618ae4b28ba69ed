package io.vigie.scorer.model;

import io.vigie.events.risk.Matter;
import io.vigie.events.signal.SignalCatalogue;
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

    public static List<Matter> at(Profile profile, Scorecard scorecard, SignalCatalogue catalogue, Instant now) {
        Map<String, Matter> open = new TreeMap<>();
        if (profile.lost()) {
            return List.of();
        }
        for (OpenItem item : profile.matters()) {
            if (item.openAt(now)) {
                open.merge(item.type(), matter(item), OpenMatters::both);
            }
        }
        open.replaceAll((_, matter) -> matter.count() == 1 ? matter : withLatest(matter, profile.matters(), now));
        for (DateFeature date : DateFeature.of(profile, scorecard, catalogue)) {
            if (date.openAt(now)) {
                open.putIfAbsent(date.type(), Matter.one(date.type(), date.from(), date.until()));
            }
        }
        return List.copyOf(open.values());
    }

    private static Matter matter(OpenItem item) {
        return Matter.one(item.type(), item.since(), item.until());
    }

    private static Matter both(Matter older, Matter next) {
        Optional<Instant> until = older.until().or(next::until);
        return new Matter(older.type(), older.since(), older.count() + 1, until, Optional.empty());
    }

    /** From the newest back, since hardly any is told twice; a matter that is only told again is none the newer for it. */
    private static Matter withLatest(Matter matter, List<OpenItem> items, Instant now) {
        for (int i = items.size() - 1; i >= 0; i--) {
            OpenItem item = items.get(i);
            if (item.type().equals(matter.type()) && item.openAt(now) && !told(items.subList(0, i), item, now)) {
                Optional<Instant> latest = Optional.of(item.since()).filter(matter.since()::isBefore);
                return new Matter(matter.type(), matter.since(), matter.count(), matter.until(), latest);
            }
        }
        return matter;
    }

    private static boolean told(List<OpenItem> older, OpenItem item, Instant now) {
        return item.key().isPresent()
                && older.stream()
                        .anyMatch(other -> other.type().equals(item.type())
                                && other.key().equals(item.key())
                                && other.openAt(now));
    }
}

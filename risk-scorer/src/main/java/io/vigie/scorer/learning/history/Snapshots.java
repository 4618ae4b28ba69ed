package io.vigie.scorer.learning.history;

import io.vigie.events.signal.Role;
import io.vigie.events.signal.SignalCatalogue;
import io.vigie.scorer.profile.Days;
import io.vigie.scorer.profile.Entry;
import io.vigie.scorer.profile.Fold;
import io.vigie.scorer.profile.Profile;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Takes snapshots of one customer after the other from their timelines, by the same fold that scores.
 *
 * <p>Left out: who objects to profiling; who had left already; instants whose horizon is not over. Where we made contact
 * before it was settled what became of them, the snapshot says so.
 */
public final class Snapshots {
    private final Fold fold;
    private final SignalCatalogue catalogue;
    private final Outcome outcome;
    private final Duration horizon;
    private final List<Instant> instants;
    private final Instant knownUntil;

    /**
     * Prepares to take snapshots.
     *
     * @param outcome what counts as having left
     * @param horizon within which leaving is meant
     * @param instants when to look, rising
     * @param knownUntil where the history ends
     */
    public Snapshots(
            Fold fold,
            SignalCatalogue catalogue,
            Outcome outcome,
            Duration horizon,
            List<Instant> instants,
            Instant knownUntil) {
        this.fold = fold;
        this.catalogue = catalogue;
        this.outcome = outcome;
        this.horizon = horizon;
        this.instants = instants.stream()
                .filter(at -> !at.plus(horizon).isAfter(knownUntil))
                .toList();
        this.knownUntil = knownUntil;
    }

    /** The snapshots of one customer, whose timeline is in order, and whom nobody of ours contacted besides. */
    public List<Snapshot> of(List<Entry> timeline) {
        return of(timeline, List.of());
    }

    /**
     * The snapshots of one customer.
     *
     * @param timeline in order
     * @param contacts when our retention reached them, besides what their timeline says of it
     */
    public List<Snapshot> of(List<Entry> timeline, List<Instant> contacts) {
        List<Entry> known = timeline.stream()
                .filter(entry -> !entry.time().isAfter(knownUntil))
                .toList();
        if (known.isEmpty() || objects(timeline)) {
            return List.of();
        }
        NavigableMap<Instant, Profile> profiles = profiles(known);
        List<Snapshot> snapshots = new ArrayList<>();
        for (Instant at : instants) {
            Profile then = at(profiles, at);
            boolean customer = then.life().isPresent() && !then.lost() && !then.objects();
            if (customer) {
                Instant end = at.plus(horizon);
                outcome.of(then, at(profiles, end), at, end)
                        .ifPresent(became -> snapshots.add(new Snapshot(
                                known.getFirst().customer(),
                                at,
                                then,
                                became.fate(),
                                exposure(at, became.settled(), Stream.concat(told(known), contacts.stream())))));
            }
        }
        return List.copyOf(snapshots);
    }

    /** The profiles after the last entry by each instant that is asked for. */
    private NavigableMap<Instant, Profile> profiles(List<Entry> known) {
        NavigableMap<Instant, Profile> profiles = new TreeMap<>();
        instants.forEach(at -> {
            profiles.put(at, Profile.EMPTY);
            profiles.put(at.plus(horizon), Profile.EMPTY);
        });
        Profile profile = Profile.EMPTY;
        int next = 0;
        for (Map.Entry<Instant, Profile> stop : profiles.entrySet()) {
            while (next < known.size() && !known.get(next).time().isAfter(stop.getKey())) {
                profile = fold.step(profile, known.get(next));
                next++;
            }
            stop.setValue(profile);
        }
        return profiles;
    }

    private Profile at(NavigableMap<Instant, Profile> profiles, Instant at) {
        return fold.endedBy(profiles.getOrDefault(at, Profile.EMPTY), at);
    }

    /** Whoever objects by now is not learned from, however long before what is asked for ends. */
    private static boolean objects(List<Entry> timeline) {
        Optional<Entry.Known> last = timeline.reversed().stream()
                .filter(Entry.Known.class::isInstance)
                .map(Entry.Known.class::cast)
                .findFirst();
        return last.filter(entry -> entry.record().objection()).isPresent();
    }

    private static Exposure exposure(Instant at, Instant settled, Stream<Instant> contacts) {
        Optional<Instant> contact = contacts.filter(when -> when.isAfter(at) && !when.isAfter(settled))
                .min(Comparator.naturalOrder());
        return new Exposure(Math.max(0, Days.between(at, contact.orElse(settled))), contact.isPresent());
    }

    /** The contacts that a timeline tells of. */
    private Stream<Instant> told(List<Entry> known) {
        return known.stream()
                .filter(entry -> entry instanceof Entry.Happened happened
                        && catalogue
                                .find(happened.signal().type())
                                .filter(type -> type.role() == Role.CONTACT)
                                .isPresent())
                .map(Entry::time);
    }
}

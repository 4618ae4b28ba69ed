package io.vigie.scorer.profile;

import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** What notices of termination come to, where a customer has several contracts. */
final class Notices {
    static final String TERMINATION = "termination.notified";

    private Notices() {}

    /**
     * When the last contract ends that somebody gave notice of; empty while one goes on. A notice that names no contract
     * may be of any one that has none yet, and of who has one contract at most each is; of those for the same instant one
     * repeats the other.
     */
    static Optional<Instant> lastEffect(Profile profile) {
        Optional<Instant> last = Optional.empty();
        Set<Instant> unnamed = new HashSet<>();
        for (OpenItem matter : profile.matters()) {
            if (matter.type().equals(TERMINATION) && matter.until().isPresent()) {
                last = last.filter(matter.until().get()::isBefore).or(matter::until);
                if (matter.key().isEmpty()) {
                    unnamed.add(matter.until().get());
                }
            }
        }
        boolean all = profile.contracts().size() <= 1 || (last.isPresent() && goingOn(profile) <= unnamed.size());
        return last.filter(_ -> all);
    }

    /** Contracts of which no notice says when they end. */
    private static long goingOn(Profile profile) {
        return profile.contracts().keySet().stream()
                .filter(id -> profile.matters().stream()
                        .noneMatch(matter -> matter.type().equals(TERMINATION)
                                && matter.until().isPresent()
                                && matter.key().filter(id::equals).isPresent()))
                .count();
    }
}

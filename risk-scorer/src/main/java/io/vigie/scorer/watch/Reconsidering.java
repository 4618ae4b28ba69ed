package io.vigie.scorer.watch;

import io.vigie.scorer.profile.Entry;
import io.vigie.scorer.profile.Fold;
import io.vigie.scorer.profile.Profile;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Looks at customers again of whom nothing came, because what is thought of them has changed; it opens no case. */
public final class Reconsidering {
    private final Fold fold;
    private final Looking looking;

    Reconsidering(Fold fold, Looking looking) {
        this.fold = fold;
        this.looking = looking;
    }

    /**
     * Looks again because another model speaks.
     *
     * @param now wall clock
     */
    public Watch.Step byTheModel(Standing standing, String customer, Instant now) {
        return look(standing, customer, now, false);
    }

    /**
     * Looks again because the files have changed by which a timeline is folded; who has left and stays so is only kept
     * anew.
     *
     * @param inOrder the customer's whole timeline
     */
    public Watch.Step byTheTimeline(Standing standing, String customer, Iterable<Entry> inOrder, Instant now) {
        Profile folded = fold.of(inOrder);
        if (folded.position().isEmpty()) {
            return byTheModel(standing, customer, now);
        }
        boolean back =
                standing.nextReview().isEmpty() && !fold.endedBy(folded, now).lost();
        return look(standing.withProfile(folded), customer, now, back);
    }

    private Watch.Step look(Standing standing, String customer, Instant now, boolean back) {
        List<Telling> tellings = new ArrayList<>();
        Consumer<Supplier<Telling>> told = telling -> tellings.add(telling.get());
        Standing current = looking.fire(standing, customer, now, now, told);
        if (back || current.nextReview().isPresent()) {
            Instant at = Watch.later(current.asOf(), now);
            current = looking.look(current, Look.forTheModel(customer, at, now), told);
        }
        return new Watch.Step(current, List.copyOf(tellings));
    }
}

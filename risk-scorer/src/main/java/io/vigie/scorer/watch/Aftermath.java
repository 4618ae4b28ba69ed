package io.vigie.scorer.watch;

import io.vigie.events.risk.Leaving;
import io.vigie.events.risk.Life;
import io.vigie.scorer.learning.history.LeftMeans;
import io.vigie.scorer.profile.Fold;
import io.vigie.scorer.profile.Profile;
import io.vigie.scorer.scoring.Prediction;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What became of customers of whom something was said.
 *
 * @param horizon within which what was said comes true or does not
 */
public record Aftermath(Fold fold, Duration horizon) {

    /**
     * Whether a customer has left within the horizon of what was said.
     *
     * @param now where the watch stands, at the end of the horizon or soon after
     * @return empty where it teaches nothing: they left unavoidably, object by now, or are known no more
     */
    public Optional<Boolean> left(Prediction said, Standing now) {
        Instant end = said.at().plus(horizon);
        Profile profile = fold.endedBy(now.profile(), end);
        if (profile.objects() || profile.life().isEmpty()) {
            return Optional.empty();
        }
        Optional<Life> ended = Stream.concat(profile.pastLives().stream(), profile.life().stream())
                .filter(life -> life.number() == said.life())
                .filter(life -> life.endedAt().filter(at -> !at.isAfter(end)).isPresent())
                .findFirst();
        if (ended.isPresent()) {
            return ended.flatMap(Life::leaving)
                            .filter(Leaving.UNAVOIDABLE::equals)
                            .isPresent()
                    ? Optional.empty()
                    : Optional.of(true);
        }
        boolean byOrders = said.means() == LeftMeans.NO_ORDER && !said.contracted();
        return Optional.of(byOrders
                && profile.orders()
                        .filter(orders -> orders.last().isAfter(said.at()))
                        .isEmpty());
    }
}

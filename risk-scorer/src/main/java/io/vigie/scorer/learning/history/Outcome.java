package io.vigie.scorer.learning.history;

import io.vigie.events.risk.Leaving;
import io.vigie.events.risk.Life;
import io.vigie.scorer.profile.Orders;
import io.vigie.scorer.profile.Profile;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/** What counts as having left. */
@FunctionalInterface
public interface Outcome {
    /** Left, as measures count it: the life of then has ended since. Who left unavoidably teaches nothing. */
    Outcome END_OF_LIFE = Outcome::endOfLife;

    /** Left, for who buys without a contract: no order within the horizon. */
    Outcome NO_ORDER = (then, later, at) -> then.orders()
            .flatMap(_ -> later.orders())
            .map(Orders::last)
            .map(last -> last.isAfter(at) ? Fate.STAYED : Fate.LEFT_BY_CHOICE);

    /**
     * What became of a customer; empty where it teaches nothing.
     *
     * @param then the profile at the instant
     * @param later the profile a horizon later
     */
    Optional<Fate> of(Profile then, Profile later, Instant at);

    private static Optional<Fate> endOfLife(Profile then, Profile later, Instant at) {
        int number = then.life().map(Life::number).orElse(0);
        Optional<Leaving> leaving = Stream.concat(later.pastLives().stream(), later.life().stream())
                .filter(life -> life.number() == number && life.endedAt().isPresent())
                .findFirst()
                .map(life -> life.leaving().orElse(Leaving.BY_CHOICE));
        return leaving.isEmpty()
                ? Optional.of(Fate.STAYED)
                : switch (leaving.get()) {
                    case BY_CHOICE -> Optional.of(Fate.LEFT_BY_CHOICE);
                    case UNPAID -> Optional.of(Fate.LEFT_UNPAID);
                    case UNAVOIDABLE -> Optional.empty();
                };
    }
}

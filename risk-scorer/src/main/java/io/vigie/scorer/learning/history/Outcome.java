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
    Outcome NO_ORDER = (then, later, at, end) -> then.orders()
            .flatMap(_ -> later.orders())
            .map(Orders::last)
            .map(last -> new Became(last.isAfter(at) ? Fate.STAYED : Fate.LEFT_BY_CHOICE, end));

    /**
     * What became of a customer; empty where it teaches nothing.
     *
     * @param then the profile at the instant
     * @param later the profile a horizon later
     * @param end of the horizon
     */
    Optional<Became> of(Profile then, Profile later, Instant at, Instant end);

    private static Optional<Became> endOfLife(Profile then, Profile later, Instant at, Instant end) {
        int number = then.life().map(Life::number).orElse(0);
        Optional<Life> over = Stream.concat(later.pastLives().stream(), later.life().stream())
                .filter(life -> life.number() == number && life.endedAt().isPresent())
                .findFirst();
        if (over.isEmpty()) {
            return Optional.of(new Became(Fate.STAYED, end));
        }
        Instant left = over.flatMap(Life::endedAt).orElse(end);
        return switch (over.flatMap(Life::leaving).orElse(Leaving.BY_CHOICE)) {
            case BY_CHOICE -> Optional.of(new Became(Fate.LEFT_BY_CHOICE, left));
            case UNPAID -> Optional.of(new Became(Fate.LEFT_UNPAID, left));
            case UNAVOIDABLE -> Optional.empty();
        };
    }
}

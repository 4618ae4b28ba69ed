package io.vigie.retention.policy;

import io.vigie.events.risk.Leaving;
import io.vigie.events.risk.Life;
import io.vigie.events.risk.LifeState;
import io.vigie.events.risk.RiskAssessed;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Who has left or fallen silent, and who came back: each time has its one try, and there is almost never a third chance.
 *
 * @param history who was gone before it is left in peace
 */
record Return(RiskAssessed risk, Past past, Optional<Instant> history, PolicyFile figures) {
    private boolean lost() {
        return risk.life().state() == LifeState.LOST;
    }

    /** In the words of a decision table. */
    String wonBack() {
        if (lost() || risk.life().number() == 1) {
            return "no";
        }
        boolean tried =
                past.answeredAt().filter(risk.life().startedAt()::isBefore).isPresent();
        return tried ? "tried" : "leaving-again";
    }

    /** Once for each time that is worth trying at; a second loss is final unless they come by themselves. */
    boolean winBackDue(Instant now) {
        return winBackTimes()
                .filter(due -> past.answeredAt().map(due::isAfter).orElse(true))
                .anyMatch(due -> !now.isBefore(due));
    }

    /** Soon after leaving, and once more when they will be free again; never where they said not to ask. */
    Stream<Instant> winBackTimes() {
        boolean unwanted = past.parting().filter(said -> !said.approachable()).isPresent();
        return unwanted
                ? Stream.empty()
                : gone().stream()
                        .flatMap(since -> Stream.concat(Stream.of(since.plus(usual())), freeAgain(since).stream()));
    }

    /** Since when the customer of a first life is gone, other than for what nobody could avoid. */
    private Optional<Instant> gone() {
        Life life = risk.life();
        Optional<Instant> gone = lost()
                ? life.endedAt().filter(_ -> life.leaving()
                        .filter(Leaving.UNAVOIDABLE::equals)
                        .isEmpty())
                : risk.dormantSince();
        return gone.filter(since -> history.map(since::isAfter).orElse(true))
                .filter(_ -> life.number() == 1 && risk.unavoidable().isEmpty());
    }

    /** Ahead of the end of their commitment elsewhere, but not on the heels of the talk in which they told of it. */
    private Optional<Instant> freeAgain(Instant since) {
        return past.parting().filter(said -> said.at().isAfter(since)).flatMap(said -> said.committedUntil()
                .flatMap(end -> figures.winBackBeforeDays()
                        .map(days ->
                                end.minusDays(days).atStartOfDay(ZoneOffset.UTC).toInstant()))
                .map(ahead -> later(ahead, said.at().plus(usual()))));
    }

    private Duration usual() {
        return Duration.ofDays(figures.winBackAfterDays());
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}

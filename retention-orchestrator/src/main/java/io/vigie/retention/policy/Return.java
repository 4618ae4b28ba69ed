package io.vigie.retention.policy;

import io.vigie.events.risk.Leaving;
import io.vigie.events.risk.Life;
import io.vigie.events.risk.LifeState;
import io.vigie.events.risk.RiskAssessed;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Who has left or fallen silent, and who came back: there is one try at each, and almost never a third chance.
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

    /** Once for each time of leaving; a second loss is final unless they come by themselves. */
    boolean winBackDue(Instant now) {
        return winBackAt()
                .filter(due -> past.answeredAt().map(due::isAfter).orElse(true))
                .filter(due -> !now.isBefore(due))
                .isPresent();
    }

    Optional<Instant> winBackAt() {
        Life life = risk.life();
        Optional<Instant> gone = lost()
                ? life.endedAt().filter(_ -> life.leaving()
                        .filter(Leaving.UNAVOIDABLE::equals)
                        .isEmpty())
                : risk.dormantSince();
        return gone.filter(since -> history.map(since::isAfter).orElse(true))
                .filter(_ -> life.number() == 1 && risk.unavoidable().isEmpty())
                .map(since -> since.plus(Duration.ofDays(figures.winBackAfterDays())));
    }
}

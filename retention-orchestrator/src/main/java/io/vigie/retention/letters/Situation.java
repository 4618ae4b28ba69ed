package io.vigie.retention.letters;

import io.vigie.events.risk.LifeState;
import io.vigie.events.risk.Reason;
import io.vigie.events.risk.RiskAssessed;
import io.vigie.events.risk.Unavoidable;
import io.vigie.events.signal.Cause;
import java.util.List;
import java.util.Optional;

/**
 * What decides which text fits.
 *
 * @param about the open matter that is answered, where one is
 * @param owed whether the customer has a right to it
 * @param lost whether the customer has left
 * @param factors what speaks for leaving, largest first
 */
public record Situation(
        Optional<String> about,
        boolean owed,
        Optional<Cause> unavoidable,
        boolean lost,
        Cause cause,
        List<String> factors) {
    public Situation {
        factors = List.copyOf(factors);
    }

    public static Situation of(RiskAssessed risk, Optional<String> about, boolean owed) {
        List<Reason> reasons = risk.unpaid().probability() > risk.byChoice().probability()
                ? risk.unpaid().reasons()
                : risk.byChoice().reasons();
        return new Situation(
                about,
                owed,
                risk.unavoidable().map(Unavoidable::reason),
                risk.life().state() == LifeState.LOST,
                risk.cause(),
                reasons.stream()
                        .filter(reason -> reason.logOdds() > 0)
                        .map(Reason::factor)
                        .toList());
    }
}

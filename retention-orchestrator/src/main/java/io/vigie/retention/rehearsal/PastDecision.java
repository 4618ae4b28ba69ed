package io.vigie.retention.rehearsal;

import io.vigie.events.retention.Action;
import io.vigie.events.retention.Candidate;
import io.vigie.events.retention.DecisionTrace;
import io.vigie.events.retention.NoActionReason;
import io.vigie.events.risk.Leaving;
import io.vigie.events.risk.Life;
import io.vigie.events.risk.LifeState;
import io.vigie.events.risk.RiskAssessed;
import io.vigie.retention.policy.Chance;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A decision that was taken, and what became of it.
 *
 * @param action what was decided to be done, empty for nothing
 * @param because why nothing was to be done
 * @param spent on contacts made and offers accepted, minor units
 * @param carriedOut whether what was decided was done
 */
public record PastDecision(
        String customer,
        Instant at,
        DecisionTrace trace,
        Optional<Action> action,
        Optional<NoActionReason> because,
        long spent,
        boolean carriedOut) {
    private static final String WIN_BACK = "win-back";

    /** What was done beyond what was owed; of alike options the one that a policy would have picked. */
    Optional<Chance.Deed> deed() {
        return action.filter(_ -> trace.expectedProfit().isPresent())
                .map(done -> new Chance.Deed(
                        done,
                        trace.candidates().stream()
                                .filter(one -> one.action() == done
                                        && one.barredBy().isEmpty()
                                        && trace.expectedProfit().equals(Optional.of(one.expectedProfit())))
                                .map(Candidate::offer)
                                .max(Comparator.comparing(Optional::isPresent))
                                .flatMap(offer -> offer)));
    }

    boolean limited() {
        return because.filter(NoActionReason.CONTACT_LIMIT::equals).isPresent();
    }

    boolean winsBack() {
        return trace.programme().filter(WIN_BACK::equals).isPresent();
    }

    /** Chance of what was done: nothing is done for all but the control group whatever is drawn. */
    double propensity() {
        return deed().isPresent() || trace.wouldHave().isPresent() ? trace.propensity() : 1;
    }

    double probability() {
        return winsBack() ? 1 : trace.probability();
    }

    /** What was kept less what was spent, as far as it depends on what was done. */
    double reward(boolean left) {
        return -(left ? trace.valueAtStake() : 0.0) - spent;
    }

    /**
     * Whether the customer had left, or not come back, by an instant; empty for whom nobody could have kept.
     *
     * @param latest what is known of them since
     */
    Optional<Boolean> left(RiskAssessed latest, Instant by) {
        Stream<Life> lives = Stream.concat(latest.pastLives().stream(), Stream.of(latest.life()));
        if (winsBack()) {
            return Optional.of(lives.noneMatch(life -> within(life.startedAt(), by) && life.state() != LifeState.LOST));
        }
        Optional<Life> ended = lives.filter(
                        life -> life.endedAt().filter(end -> within(end, by)).isPresent())
                .findFirst();
        boolean unavoidable =
                ended.flatMap(Life::leaving).filter(Leaving.UNAVOIDABLE::equals).isPresent();
        return unavoidable ? Optional.empty() : Optional.of(ended.isPresent());
    }

    private boolean within(Instant instant, Instant by) {
        return instant.isAfter(at) && !instant.isAfter(by);
    }
}

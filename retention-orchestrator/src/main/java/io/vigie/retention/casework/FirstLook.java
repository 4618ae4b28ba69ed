package io.vigie.retention.casework;

import io.vigie.retention.policy.Decision;
import io.vigie.retention.policy.Knowledge;
import io.vigie.retention.policy.Occasion;
import io.vigie.retention.policy.Policy;
import io.vigie.retention.policy.Step;
import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The one look at everybody's present state with which a company goes live: what was only knowledge until then is decided on,
 * once, by whoever does it as often as they like, since ids come from the risk that was last told.
 *
 * @param placed the same step on the day on which its team comes to it
 */
public record FirstLook(
        Policy policy, Knowledge known, Instant at, Instant recordedAt, FollowUp followUp, UnaryOperator<Step> placed) {
    private static final String ROLE = "/go-live";

    /** What chance is drawn from, so that a dry run draws the same. */
    public static String seed(Assessment latest) {
        return latest.event() + ROLE;
    }

    /** Who has a case, or has just had one and is left in peace, stays as they are. */
    public Turn take(Dossier dossier) {
        return dossier.latest()
                .filter(_ -> dossier.current().isEmpty())
                .map(latest -> decided(dossier, latest))
                .orElseGet(() -> Turn.none(dossier));
    }

    private Turn decided(Dossier dossier, Assessment latest) {
        Cause cause = new Cause(latest.event(), seed(latest), Optional.empty());
        Handling handling = new Handling(dossier, cause, at, recordedAt, followUp);
        Decision decision = policy.decide(new Occasion(latest.risk(), at, dossier.past(), known, cause.seed()));
        handling.dossier(handling.dossier().lookingAgainAt(decision.lookAgainAt()));
        switch (decision) {
            case Decision.Act act -> {
                if (!resting(dossier, act)) {
                    handling.dossier(handling.dossier().withNoAction(Optional.empty()));
                    handling.open(act.by(act.steps().stream().map(placed).toList()));
                }
            }
            case Decision.LetGo letGo -> handling.letGo(letGo);
            case Decision.KeepWatching _ -> {}
        }
        return handling.turn();
    }

    private boolean resting(Dossier dossier, Decision.Act act) {
        return dossier.lastCase()
                .flatMap(last -> last.restsUntil(act, followUp.rules()))
                .filter(at::isBefore)
                .isPresent();
    }
}

package io.vigie.retention.casework;

import io.vigie.events.retention.Action;
import io.vigie.events.retention.CaseEnd;
import io.vigie.events.retention.CaseResult;
import io.vigie.events.retention.DecisionOverruled;
import io.vigie.events.retention.Team;
import io.vigie.retention.casework.IllegalMove.Why;
import io.vigie.retention.policy.Decision;
import io.vigie.retention.policy.Occasion;
import io.vigie.retention.policy.Rulebook;
import java.time.Instant;
import java.util.Optional;

/** A person sets aside what the policy decided, with a reason; what the law forbids or the customer is owed stays. */
public final class OverruleDesk {
    private final Rulebook rulebook;
    private final FollowUp followUp;

    public OverruleDesk(Rulebook rulebook, FollowUp followUp) {
        this.rulebook = rulebook;
        this.followUp = followUp;
    }

    /**
     * What to do instead.
     *
     * @param instead the action; none where nothing shall be done
     * @param team who does it, where it is not the action's usual team
     */
    public record Choice(Optional<Action> instead, Optional<Team> team, String by, String because) {}

    /**
     * @throws IllegalMove when there is nothing to set aside, or no way that the action takes is open
     */
    public Turn overrule(Dossier dossier, Choice choice, Instant at) {
        Optional<RetentionCase> open = dossier.current().filter(RetentionCase.Open.class::isInstance);
        Optional<Action> was = open.map(RetentionCase::action);
        Handling handling = new Handling(dossier, cause(dossier, at), at, at, followUp);
        choice.instead().ifPresentOrElse(action -> assign(handling, action, choice), () -> {
            if (open.isEmpty()) {
                throw new IllegalMove(
                        Why.CANNOT_OVERRULE,
                        "Nothing is under way for this customer, so there is nothing to leave undone.");
            }
            leave(handling);
        });
        handling.tell(
                handling.id("overruled"),
                "overruled",
                new DecisionOverruled(
                        dossier.customer(), at, at, handling.latestCase(), was, choice.instead(), choice.by()));
        return handling.turn();
    }

    private void assign(Handling handling, Action action, Choice choice) {
        Dossier dossier = handling.dossier();
        Assessment latest = dossier.latest()
                .orElseThrow(() -> new IllegalMove(
                        Why.CANNOT_OVERRULE, "Nothing is known of this customer's risk yet; wait for it."));
        Instant at = handling.at();
        Decision.Act act = rulebook.at(at)
                .chosenByHand(
                        action,
                        choice.team(),
                        new Occasion(latest.risk(), at, dossier.past(), rulebook.known(), handling.seed()),
                        dossier.purpose())
                .orElseThrow(() -> new IllegalMove(
                        Why.CANNOT_OVERRULE,
                        "No way that this action takes is open: the customer cannot be reached"
                                + " by it, or the law does not permit it now; see /customers/" + dossier.customer()
                                + "/permissions."));
        boolean discreet = dossier.current().filter(RetentionCase::discreet).isPresent();
        if (discreet && act.steps().stream().anyMatch(step -> step.team() == Team.ACCOUNT_MANAGERS)) {
            throw TaskGuard.discreet();
        }
        if (dossier.current().isEmpty()) {
            handling.open(act);
        } else {
            handling.cancel(task -> !task.order().bound(), CaseEnd.OVERRULED);
            act.steps().forEach(step -> handling.assign(step, act.trace().rule(), act.about()));
        }
    }

    /** What is owed is still done, and the case goes on for as long as it takes. */
    private static void leave(Handling handling) {
        handling.cancel(task -> !task.order().bound(), CaseEnd.OVERRULED);
        if (handling.current().toDo().findAny().isEmpty()) {
            handling.close(CaseResult.CLOSED_WITHOUT_ACTION, CaseEnd.OVERRULED);
        }
    }

    private static Cause cause(Dossier dossier, Instant at) {
        String event = dossier.latest().map(Assessment::event).orElse(dossier.customer());
        return new Cause(event, event + "/overruled/" + at, Optional.empty());
    }
}

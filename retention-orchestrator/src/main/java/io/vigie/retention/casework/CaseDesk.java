package io.vigie.retention.casework;

import io.vigie.events.retention.CaseEnd;
import io.vigie.events.retention.CaseResult;
import io.vigie.events.risk.RiskAssessed;
import io.vigie.retention.policy.Decision;
import io.vigie.retention.policy.Occasion;
import io.vigie.retention.policy.Parting;
import io.vigie.retention.policy.Rulebook;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Takes a dossier and a risk, or the time, and gives the dossier after it and what is to be told. */
public final class CaseDesk {
    private final Rulebook rulebook;
    private final History history;
    private final FollowUp followUp;

    public CaseDesk(Rulebook rulebook, History history, FollowUp followUp) {
        this.rulebook = rulebook;
        this.history = history;
        this.followUp = followUp;
    }

    /** A risk came in; what fell due before it is dealt with first. */
    public Turn assessed(Dossier dossier, Assessment assessment, Instant wallClock) {
        RiskAssessed risk = assessment.risk();
        Turn before = passed(dossier, risk.asOf(), wallClock);
        Handling handling = new Handling(before.dossier(), assessment.asCause(), risk.asOf(), wallClock, followUp);
        EffortToLeave.ended(handling, risk, wallClock);
        boolean settled = Settlement.of(handling, risk);
        handling.dossier(handling.dossier().withLatest(assessment));
        Calm.look(handling, risk, followUp.rules());
        decide(handling, risk, risk.asOf(), settled, history.actsOn(risk, risk.asOf(), wallClock));
        return before.then(handling.turn());
    }

    /** The customer is erased; what fell due before is dealt with first, and whatever is under way ends here. */
    public Turn erased(Dossier dossier, String event, Instant at, Instant wallClock) {
        Turn before = passed(dossier, at, wallClock);
        Handling handling = new Handling(before.dossier(), Cause.of(event), at, wallClock, followUp);
        if (handling.dossier().current().isPresent()) {
            handling.close(CaseResult.VOID, CaseEnd.ERASED);
        }
        return before.then(handling.turn());
    }

    /**
     * They said whether, and until when not, they may be asked back: an attempt that has not been made yet ends with a no, and
     * when to ask is found anew.
     *
     * @param interview its id
     */
    public Turn parted(Dossier dossier, Parting parting, String interview) {
        Instant at = parting.at();
        Handling handling = new Handling(dossier.parting(parting), Cause.of(interview), at, at, followUp);
        boolean asking = dossier.current()
                .filter(RetentionCase.Open.class::isInstance)
                .filter(one -> one.opening().winsBack())
                .isPresent();
        if (asking && !parting.approachable()) {
            handling.close(CaseResult.CLOSED_WITHOUT_ACTION, CaseEnd.DECLINED);
        }
        if (dossier.latest().isPresent()) {
            handling.dossier(handling.dossier().lookingAgainAt(Optional.of(earlier(dossier.lookAgainAt(), at))));
        }
        return handling.turn();
    }

    /** Time has come this far; what falls due by then is dealt with in order. */
    public Turn passed(Dossier dossier, Instant until, Instant wallClock) {
        Turn turn = Turn.none(dossier);
        for (var due = dueBy(dossier, until); due.isPresent(); due = dueBy(turn.dossier(), until)) {
            turn = turn.then(fire(turn.dossier(), due.get(), wallClock));
        }
        return turn;
    }

    private static Optional<Deadline> dueBy(Dossier dossier, Instant until) {
        return dossier.nextDeadline().filter(deadline -> !deadline.due().isAfter(until));
    }

    private Turn fire(Dossier dossier, Deadline deadline, Instant wallClock) {
        Assessment latest = dossier.latest()
                .orElseThrow(() -> new IllegalStateException(dossier.customer() + " has a deadline but no risk"));
        Handling handling =
                new Handling(dossier, latest.lookedAtAgain(deadline.due()), deadline.due(), wallClock, followUp);
        switch (deadline) {
            case Deadline.LookAgain(Instant due) -> lookAgain(handling, latest.risk(), due, wallClock);
            case Deadline.TaskAlarm(Instant due, UUID task) -> Alarms.ring(handling, task, due, followUp);
            case Deadline.SnoozeOver(Instant _, UUID task) -> Alarms.wake(handling, task);
            case Deadline.CalmOver _ -> handling.close(CaseResult.VOID, CaseEnd.CALMED_DOWN);
            case Deadline.WaitOver(Instant due) -> Settlement.afterWaiting(handling, latest.risk(), due);
        }
        return handling.turn();
    }

    private void lookAgain(Handling handling, RiskAssessed risk, Instant due, Instant wallClock) {
        boolean late = history.sleptOver(risk, due, wallClock);
        handling.dossier(
                handling.dossier().lookingAgainAt(Optional.of(wallClock).filter(_ -> late)));
        if (!late) {
            decide(handling, risk, due, false, history.reaches(due, wallClock));
        }
    }

    /** Whom an event has just settled nobody contacts because of that same event. */
    private void decide(Handling handling, RiskAssessed risk, Instant at, boolean settled, boolean acts) {
        Dossier dossier = handling.dossier();
        Decision decision =
                rulebook.at(at).decide(new Occasion(risk, at, dossier.past(), rulebook.known(), handling.seed()));
        handling.dossier(handling.dossier().lookingAgainAt(decision.lookAgainAt()));
        if (!acts) {
            return;
        }
        switch (decision) {
            case Decision.Act act -> {
                handling.dossier(handling.dossier().withNoAction(Optional.empty()));
                act(handling, act, settled);
            }
            case Decision.LetGo letGo -> {
                if (handling.dossier().current().isEmpty()) {
                    handling.letGo(letGo);
                }
            }
            case Decision.KeepWatching _ -> handling.dossier(handling.dossier().withNoAction(Optional.empty()));
        }
    }

    private void act(Handling handling, Decision.Act act, boolean settled) {
        Dossier dossier = handling.dossier();
        Optional<Instant> rest = dossier.lastCase()
                .flatMap(last -> last.restsUntil(act, followUp.rules()))
                .filter(handling.at()::isBefore);
        if (dossier.current().isPresent() && !settled) {
            Merging.into(handling, act);
        } else if (dossier.current().isEmpty() && rest.isPresent()) {
            handling.dossier(dossier.lookingAgainAt(Optional.of(earlier(dossier.lookAgainAt(), rest.get()))));
        } else if (dossier.current().isEmpty() && !settled) {
            handling.open(act);
        }
    }

    private static Instant earlier(Optional<Instant> known, Instant other) {
        return known.filter(other::isAfter).orElse(other);
    }
}

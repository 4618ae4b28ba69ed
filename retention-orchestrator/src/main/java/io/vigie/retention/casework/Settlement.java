package io.vigie.retention.casework;

import io.vigie.events.retention.CaseEnd;
import io.vigie.events.retention.CaseResult;
import io.vigie.events.risk.LifeState;
import io.vigie.events.risk.Matter;
import io.vigie.events.risk.RiskAssessed;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Ends a case, or sets it waiting, when what a risk tells of the customer leaves nothing to do. */
final class Settlement {
    /** A customer counts as saved only if still one so long after. */
    static final Duration PROOF_OF_STAYING = Duration.ofDays(90);

    private Settlement() {}

    /** Whether the customer's case was settled. */
    static boolean of(Handling handling, RiskAssessed risk) {
        Optional<RetentionCase> current = handling.dossier().current();
        if (current.isEmpty()) {
            return false;
        }
        if (risk.unavoidable().isPresent()) {
            handling.close(CaseResult.VOID, CaseEnd.UNAVOIDABLE);
            return true;
        }
        if (risk.decisionInput().objection()) {
            handling.close(CaseResult.VOID, CaseEnd.OBJECTED);
            return true;
        }
        boolean winsBack = current.filter(one -> one.opening().winsBack()).isPresent();
        if (risk.life().state() == LifeState.LOST && !winsBack) {
            handling.close(CaseResult.LOST, CaseEnd.LEFT);
            return true;
        }
        if (winsBack
                && risk.life().state() == LifeState.ACTIVE
                && risk.dormantSince().isEmpty()) {
            return current.filter(RetentionCase.Open.class::isInstance)
                    .map(_ -> recovered(handling, CaseEnd.RETURNED))
                    .isPresent();
        }
        return current.filter(RetentionCase.Open.class::isInstance)
                .flatMap(open -> Recovery.in(risk, open))
                .map(end -> recovered(handling, end))
                .isPresent();
    }

    /** Whoever has left or fallen silent for good by then was not saved; of who has given notice it is not known yet. */
    static void afterWaiting(Handling handling, RiskAssessed risk, Instant due) {
        Optional<Matter> notice = risk.openMatter(Opening.NOTICE);
        boolean gone =
                risk.life().state() == LifeState.LOST || risk.dormantSince().isPresent();
        if (gone) {
            handling.close(CaseResult.LOST, CaseEnd.LEFT);
        } else if (notice.isPresent()) {
            handling.waitOn(notice.flatMap(Matter::until).filter(due::isBefore).orElse(due.plus(PROOF_OF_STAYING)));
        } else {
            handling.close(CaseResult.SAVED, CaseEnd.STILL_ACTIVE);
        }
    }

    private static CaseEnd recovered(Handling handling, CaseEnd end) {
        if (handling.current().acted()) {
            handling.cancel(task -> task.order().promised().isEmpty(), end);
            if (handling.current().toDo().findAny().isEmpty()) {
                handling.waitUntil(handling.at().plus(PROOF_OF_STAYING));
            }
        } else {
            handling.close(CaseResult.VOID, end);
        }
        return end;
    }
}

package io.vigie.retention.casework;

import io.vigie.events.risk.RiskAssessed;
import io.vigie.events.risk.RiskLevel;
import java.time.Instant;
import java.util.Optional;

/**
 * Whether a case will close by itself because its risk has gone. A case for a raised level is opened at "at risk" and
 * let go only after the level has been stable on end, so that a risk that wavers neither opens nor closes anything.
 */
final class Calm {
    private Calm() {}

    static void look(Handling handling, RiskAssessed risk, WorkRules rules) {
        Dossier dossier = handling.dossier();
        boolean calm = risk.level() == RiskLevel.STABLE
                && dossier.current().filter(Calm::mayBeLetGo).isPresent();
        Optional<Instant> since =
                dossier.calmUntil().or(() -> Optional.of(risk.asOf().plus(rules.calm())));
        handling.dossier(dossier.calmUntil(calm ? since : Optional.empty()));
    }

    /** What answers something open, or is owed, is not about the level. */
    private static boolean mayBeLetGo(RetentionCase current) {
        return current instanceof RetentionCase.Opened opened
                && opened.opening().trace().level().compareTo(RiskLevel.AT_RISK) >= 0
                && opened.tasks().stream()
                        .map(Task::order)
                        .noneMatch(order ->
                                order.about().isPresent() || order.step().owed());
    }
}

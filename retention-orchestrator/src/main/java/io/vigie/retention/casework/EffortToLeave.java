package io.vigie.retention.casework;

import io.vigie.events.retention.Action;
import io.vigie.events.retention.NoticeFollowed;
import io.vigie.events.risk.LifeState;
import io.vigie.events.risk.Matter;
import io.vigie.events.risk.RiskAssessed;
import java.time.Instant;
import java.util.Optional;

/** What a notice has cost whoever gave it: how long until it was confirmed, how often we came back at them, when it ended. */
final class EffortToLeave {
    private EffortToLeave() {}

    /** The confirmation that they have a right to is on its way. */
    static void acknowledged(Handling handling, TaskOrder order) {
        Instant at = handling.at();
        notice(handling.dossier())
                .ifPresent(notice -> handling.tell(
                        order.id(),
                        "notice-followed",
                        followed(
                                handling.dossier(),
                                notice,
                                at,
                                at,
                                Optional.of(order.step().action()),
                                Optional.empty())));
    }

    /** A risk tells that who had given notice has left. */
    static void ended(Handling handling, RiskAssessed now, Instant wallClock) {
        boolean leaves = now.life().state() == LifeState.LOST
                && handling.dossier()
                        .latest()
                        .filter(before -> before.risk().life().state() != LifeState.LOST)
                        .isPresent();
        notice(handling.dossier())
                .filter(_ -> leaves)
                .ifPresent(notice -> handling.tell(
                        handling.id("notice-ended"),
                        "notice-followed",
                        followed(
                                handling.dossier(),
                                notice,
                                handling.at(),
                                wallClock,
                                Optional.empty(),
                                Optional.of(now.life().endedAt().orElse(handling.at())))));
    }

    private static Optional<Matter> notice(Dossier dossier) {
        return dossier.latest().flatMap(latest -> latest.risk().openMatter(Opening.NOTICE));
    }

    private static NoticeFollowed followed(
            Dossier dossier,
            Matter notice,
            Instant at,
            Instant recordedAt,
            Optional<Action> how,
            Optional<Instant> end) {
        int contacts = (int) dossier.contacts().stream()
                .filter(contact -> !contact.at().isBefore(notice.since()))
                .count();
        return new NoticeFollowed(
                dossier.customer(),
                at,
                recordedAt,
                notice.since(),
                how.map(_ -> at),
                how,
                notice.until(),
                end,
                contacts);
    }
}

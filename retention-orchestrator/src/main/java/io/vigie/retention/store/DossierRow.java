package io.vigie.retention.store;

import io.vigie.events.retention.Action;
import io.vigie.events.retention.CaseEnd;
import io.vigie.events.retention.CaseResult;
import io.vigie.events.retention.NoActionReason;
import io.vigie.events.risk.RiskLevel;
import io.vigie.retention.casework.Assessment;
import io.vigie.retention.casework.Dossier;
import io.vigie.retention.casework.LastCase;
import io.vigie.retention.policy.Parting;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A dossier between Java and its row; the case under way has a table of its own. */
final class DossierRow {
    private DossierRow() {}

    /** In the order of the columns that are put back, the customer last. */
    static Object[] values(Dossier dossier, Tray tray) {
        return new Object[] {
            dossier.latest().map(Assessment::event),
            dossier.latest().flatMap(Assessment::receivedAt),
            dossier.latest().map(tray::json),
            dossier.lastNoAction().map(Dossier.NoAction::because),
            dossier.lastNoAction().map(Dossier.NoAction::rule),
            dossier.answeredAt(),
            dossier.lookAgainAt(),
            dossier.calmUntil(),
            dossier.lastCase().map(LastCase::result),
            dossier.lastCase().map(LastCase::because),
            dossier.lastCase().map(LastCase::at),
            dossier.lastCase().map(LastCase::level),
            dossier.lastCase().map(LastCase::action),
            dossier.contacts().isEmpty() ? Optional.empty() : Optional.of(Json.of(dossier.contacts())),
            dossier.owner(),
            dossier.parting().map(Parting::at),
            dossier.parting().map(Parting::approachable),
            dossier.parting().flatMap(Parting::committedUntil),
            dossier.customer()
        };
    }

    static Dossier dossier(Row row) throws SQLException {
        Optional<Assessment> latest = row.maybeText("latest").isEmpty()
                ? Optional.empty()
                : Optional.of(new Assessment(
                        row.text("latest_event"),
                        row.maybeInstant("latest_received_at"),
                        row.json(Json.RISK, "latest")));
        Optional<NoActionReason> reason = row.maybeWord(NoActionReason.class, "no_action_reason");
        Optional<Dossier.NoAction> noAction = reason.isEmpty()
                ? Optional.empty()
                : Optional.of(new Dossier.NoAction(reason.get(), row.text("no_action_rule")));
        return new Dossier(
                row.text("customer"),
                latest,
                noAction,
                row.maybeInstant("answered_at"),
                row.maybeInstant("look_again_at"),
                row.maybeJson(Json.CONTACTS, "contacts").orElse(List.of()),
                row.maybeInstant("calm_until"),
                lastCase(row),
                row.maybeText("owner"),
                parting(row),
                Optional.empty());
    }

    private static Optional<Parting> parting(Row row) throws SQLException {
        Optional<Instant> at = row.maybeInstant("parted_at");
        return at.isEmpty()
                ? Optional.empty()
                : Optional.of(new Parting(at.get(), row.is("approachable"), row.maybeDay("committed_until")));
    }

    private static Optional<LastCase> lastCase(Row row) throws SQLException {
        Optional<CaseResult> result = row.maybeWord(CaseResult.class, "last_result");
        return result.isEmpty()
                ? Optional.empty()
                : Optional.of(new LastCase(
                        result.get(),
                        row.word(CaseEnd.class, "last_because"),
                        row.instant("last_closed_at"),
                        row.word(RiskLevel.class, "last_level"),
                        row.word(Action.class, "last_action")));
    }
}

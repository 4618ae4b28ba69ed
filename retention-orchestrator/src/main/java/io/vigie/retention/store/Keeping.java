package io.vigie.retention.store;

import io.vigie.retention.casework.Deadline;
import io.vigie.retention.casework.Dossier;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Puts back what was taken out, each table in one statement, with what is to be told of it. */
@ApplicationScoped
class Keeping {
    private static final String PUT_BACK = """
            UPDATE dossier d SET latest_event = now.latest_event, latest_received_at = now.latest_received_at::timestamptz,
                latest = now.latest, no_action_reason = now.no_action_reason, no_action_rule = now.no_action_rule,
                answered_at = now.answered_at::timestamptz, look_again_at = now.look_again_at::timestamptz,
                calm_until = now.calm_until::timestamptz, last_result = now.last_result,
                last_because = now.last_because, last_closed_at = now.last_closed_at::timestamptz,
                last_level = now.last_level, last_action = now.last_action, contacts = now.contacts::jsonb,
                owner = now.owner, parted_at = now.parted_at::timestamptz,
                approachable = now.approachable::boolean, committed_until = now.committed_until::date
            FROM unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                AS now(latest_event, latest_received_at, latest, no_action_reason, no_action_rule, answered_at, look_again_at,
                    calm_until, last_result, last_because, last_closed_at, last_level, last_action, contacts, owner,
                    parted_at, approachable, committed_until, customer)
            WHERE d.customer = now.customer""";
    private static final String FORGET_DEADLINES = "DELETE FROM deadline WHERE customer = ANY (?)";
    private static final String KEEP_DEADLINES = """
            INSERT INTO deadline (customer, kind, due, partition) SELECT customer, kind, due::timestamptz, partition
            FROM unnest(?, ?, ?) AS next(kind, due, customer) JOIN dossier USING (customer)""";

    private final Database database;
    private final CaseRows cases;
    private final Savings savings;
    private final Outbox outbox;

    Keeping(Database database, CaseRows cases, Savings savings, Outbox outbox) {
        this.database = database;
        this.cases = cases;
        this.savings = savings;
        this.outbox = outbox;
    }

    void keep(Tray tray) {
        database.updateTogether(
                PUT_BACK,
                tray.changed().stream()
                        .map(dossier -> DossierRow.values(dossier, tray))
                        .toList());
        cases.save(tray.cases());
        savings.keep(tray.cases());
        reschedule(tray.rescheduled());
        outbox.add(tray.told());
    }

    private void reschedule(List<Dossier> dossiers) {
        if (!dossiers.isEmpty()) {
            database.update(FORGET_DEADLINES, (Object)
                    dossiers.stream().map(Dossier::customer).toArray(String[]::new));
            database.updateTogether(
                    KEEP_DEADLINES,
                    dossiers.stream()
                            .flatMap(dossier -> dossier.deadlines().map(one -> values(dossier, one)))
                            .toList());
        }
    }

    private static Object[] values(Dossier dossier, Deadline deadline) {
        String kind =
                switch (deadline) {
                    case Deadline.LookAgain _ -> "look-again";
                    case Deadline.WaitOver _ -> "wait-over";
                    case Deadline.CalmOver _ -> "calm-over";
                    case Deadline.TaskAlarm _ -> "task-alarm";
                    case Deadline.SnoozeOver _ -> "snooze-over";
                };
        return new Object[] {kind, deadline.due(), dossier.customer()};
    }
}

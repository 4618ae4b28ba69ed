package io.vigie.retention.store;

import java.util.List;

/** Wherever the name of who did something is kept with it: in time what they are gives place of who they were. */
final class Names {
    /** Each by the instant from which on names are kept. */
    static final List<String> FORGOTTEN = List.of(
            """
            UPDATE task SET assignee = NULL, completed_by = CASE WHEN completed_by IS NOT NULL THEN team END
            WHERE coalesce(completed_at, cancelled_at) < ? AND (assignee IS NOT NULL OR completed_by <> team)""",
            """
            UPDATE offer SET asked_by = CASE WHEN asked_by IS NOT NULL THEN 'agent' END,
                decided_by = CASE WHEN decided_by IS NOT NULL THEN 'lead' END,
                given_by = CASE WHEN given_by IS NOT NULL THEN 'agent' END
            WHERE coalesce(given_at, decided_at, asked_at) < ? AND (asked_by <> 'agent' OR given_by <> 'agent')""",
            """
            UPDATE dossier d SET owner = NULL WHERE last_closed_at < ? AND owner IS NOT NULL
                AND NOT EXISTS (SELECT FROM retention_case c WHERE c.customer = d.customer AND c.closed_at IS NULL)""",
            of("letter", "made_by", "agent", "made_at"),
            of("letter", "posted_by", "agent", "posted_at"),
            of("letter_batch", "made_by", "agent", "made_at"),
            of("letter_batch", "posted_by", "agent", "posted_at"),
            of("visit", "changed_by", "agent", "changed_at"),
            of("interview", "answered_by", "agent", "answered_at"),
            of("wave", "drawn_by", "manager", "drawn_at"),
            of("webhook_endpoint", "made_by", "manager", "made_at"),
            // who has not decided yet must still be told apart from who may
            of("go_live", "made_by", "manager", "CASE WHEN state <> 'ready' THEN made_at END"),
            of("go_live", "confirmed_by", "second manager", "live_from"),
            of("policy_version", "author", "author", "published_at"),
            of("policy_version", "approved_by", "second manager", "published_at"),
            of("policy_version", "published_by", "manager", "published_at"),
            "DELETE FROM audit_name WHERE month + interval '1 month' <= ?");

    private Names() {}

    /** That the system did it by itself, or a customer, names nobody. */
    private static String of(String table, String column, String role, String at) {
        return "UPDATE %1$s SET %2$s = '%3$s' WHERE %4$s < ? AND %2$s NOT IN ('%3$s', 'customer', '%5$s')"
                .formatted(table, column, role, at, AuditLog.OURSELVES);
    }
}

package io.vigie.local.bench;

import java.util.Set;

/**
 * The tables to which a decision writes.
 *
 * @param keys the columns that must differ from row to row
 */
record LedgerTable(String name, Set<String> keys) {
    static final LedgerTable INBOX = new LedgerTable("inbox", Set.of("event_id"));
    static final LedgerTable OUTBOX = new LedgerTable("outbox", Set.of());

    /** In the order in which rows depend on one another. */
    static final LedgerTable[] ALL = {
        INBOX,
        new LedgerTable("dossier", Set.of("customer")),
        new LedgerTable("retention_case", Set.of("id", "customer")),
        new LedgerTable("task", Set.of("id", "case_id")),
        new LedgerTable("deadline", Set.of("customer")),
        new LedgerTable("no_action", Set.of("event_id")),
        new LedgerTable("saving", Set.of("case_id")),
        OUTBOX
    };
}

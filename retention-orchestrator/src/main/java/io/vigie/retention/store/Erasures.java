package io.vigie.retention.store;

import io.vigie.events.wire.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Leaves of who is erased only rows that count under a name nobody bears. */
@ApplicationScoped
class Erasures {
    private static final String FIRST_TIME = "INSERT INTO erasure (event_id, at) VALUES (?, ?) ON CONFLICT DO NOTHING";
    private static final String BEGIN =
            "INSERT INTO dossier (customer, partition) SELECT ?, partition FROM dossier WHERE customer = ?";
    private static final List<String> RENAME = List.of(
            "UPDATE retention_case SET customer = ? WHERE customer = ?",
            "UPDATE task SET customer = ?, note = NULL, promised = NULL WHERE customer = ?",
            "UPDATE offer SET customer = ?, because = NULL WHERE customer = ?",
            "UPDATE inbox SET customer = ? WHERE customer = ?",
            "UPDATE no_action SET customer = ? WHERE customer = ?",
            "UPDATE audit SET subject = 'customer/' || ?, because = NULL WHERE subject = 'customer/' || ?",
            "UPDATE audit a SET because = NULL FROM task t"
                    + " WHERE t.customer IN (?, ?) AND a.subject = 'task/' || t.id AND a.because IS NOT NULL",
            "UPDATE letter SET customer = ?, written = NULL, sheets = NULL WHERE customer = ?",
            "UPDATE outgoing SET customer = ?, content = NULL WHERE customer = ?",
            "UPDATE interview SET customer = ?, answers = NULL WHERE customer = ?",
            "UPDATE wave_member SET customer = ? WHERE customer = ?",
            "UPDATE visit SET customer = ?, content = NULL WHERE customer = ?");
    private static final List<String> DROP = List.of(
            "DELETE FROM deadline WHERE customer = ?",
            "DELETE FROM dossier WHERE customer = ?",
            "DELETE FROM webhook_delivery WHERE customer = ?",
            "UPDATE contact_card SET parent = NULL WHERE parent = ?");

    /** Cards and keys have topics of their own, which may have come further: what is of a stranger stays. */
    private static final List<String> DROP_OLDER = List.of(
            "DELETE FROM contact_card WHERE customer = ? AND time <= ?",
            "DELETE FROM customer_key WHERE customer = ? AND at <= ?");

    private final Database database;
    private final UnreadableRecords unreadables;

    Erasures(Database database, UnreadableRecords unreadables) {
        this.database = database;
        this.unreadables = unreadables;
    }

    /** Told again, it must not take what a stranger under the same id has begun since. */
    boolean firstTime(Arrival.Erased erased) {
        return database.update(FIRST_TIME, erased.event(), erased.at()) == 1;
    }

    void carryOut(Arrival.Erased erased) {
        String customer = erased.customer();
        String nobody = Ids.derived(erased.event(), "anonymous").toString();
        database.update(BEGIN, nobody, customer);
        RENAME.forEach(rename -> database.update(rename, nobody, customer));
        DROP.forEach(drop -> database.update(drop, customer));
        DROP_OLDER.forEach(drop -> database.update(drop, customer, erased.at()));
        unreadables.erase(customer, erased.origin());
    }
}

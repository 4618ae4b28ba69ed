package io.vigie.ingest.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/** What one instance at a time may do, by the database's clock; an instance that dies loses it by itself. */
@ApplicationScoped
public class Leases {
    private final Rows rows;
    private final UUID us = UUID.randomUUID();

    Leases(DataSource database) {
        this.rows = new Rows(database, "it could not be told whose turn it is");
    }

    /**
     * Takes or renews a lease.
     *
     * @return whether it is ours now
     */
    @Transactional
    public boolean take(String name, Duration length) {
        return rows.change(
                        "insert into lease (name, holder, ends_at) values (?, ?, now() + make_interval(secs => ?))"
                                + " on conflict (name) do update set holder = excluded.holder, ends_at = excluded.ends_at"
                                + " where lease.holder = excluded.holder or lease.ends_at < now()",
                        List.of(name, us, length.toSeconds()))
                > 0;
    }

    /** Gives one back if it is ours. */
    @Transactional
    public void giveBack(String name) {
        rows.change("delete from lease where name = ? and holder = ?", List.of(name, us));
    }
}

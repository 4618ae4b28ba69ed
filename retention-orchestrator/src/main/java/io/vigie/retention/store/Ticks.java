package io.vigie.retention.store;

import io.vigie.events.wire.Tick;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** How far a replay's closing tick has come. */
@ApplicationScoped
public class Ticks {
    private final Database database;

    Ticks(Database database) {
        this.database = database;
    }

    boolean firstTime(Tick tick) {
        return database.update(
                        "INSERT INTO tick (run, partition, time) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
                        tick.run(),
                        tick.partition(),
                        tick.time())
                == 1;
    }

    /** In how many partitions a run's tick has been dealt with. */
    @Transactional
    public long passed(String run) {
        return database.rows("SELECT count(*) AS passed FROM tick WHERE run = ?", row -> row.number("passed"), run)
                .getFirst();
    }
}

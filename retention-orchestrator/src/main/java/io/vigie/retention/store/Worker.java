package io.vigie.retention.store;

import io.vigie.events.retention.Outcome;
import io.vigie.retention.casework.TaskDesk;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;

/** What people do to tasks, kept as it happens. */
@ApplicationScoped
public class Worker {
    private final Ledger ledger;
    private final TaskDesk desk;
    private final Clock clock;

    Worker(Ledger ledger, TaskDesk desk, Clock clock) {
        this.ledger = ledger;
        this.desk = desk;
        this.clock = clock;
    }

    /**
     * @return false where there is no such task
     * @throws io.vigie.retention.casework.IllegalMove when somebody else has it, or it is over
     */
    public boolean claim(UUID task, String by) {
        return ledger.onTask(task, dossier -> desk.claim(dossier, task, by, clock.instant()));
    }

    /**
     * @return false where there is no such task
     * @throws io.vigie.retention.casework.IllegalMove when it is over already
     */
    public boolean complete(UUID task, Outcome outcome, String note, String by) {
        return ledger.onTask(task, dossier -> desk.complete(dossier, task, outcome, note, by, clock.instant()));
    }
}

package io.vigie.retention.store;

import io.vigie.events.retention.Action;
import io.vigie.events.retention.Outcome;
import io.vigie.retention.casework.OverruleDesk;
import io.vigie.retention.casework.TaskDesk;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

/** What people do to tasks, kept as it happens. */
@ApplicationScoped
public class Worker {
    private final Ledger ledger;
    private final TaskDesk desk;
    private final OverruleDesk overruling;
    private final AuditLog audit;
    private final Clock clock;

    Worker(Ledger ledger, TaskDesk desk, OverruleDesk overruling, AuditLog audit, Clock clock) {
        this.ledger = ledger;
        this.desk = desk;
        this.overruling = overruling;
        this.audit = audit;
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

    /**
     * Sets aside what the policy decided for a customer, and notes who did and why.
     *
     * @return false where nothing is known of the customer
     * @throws io.vigie.retention.casework.IllegalMove when it cannot be
     */
    @Transactional
    public boolean overrule(String customer, OverruleDesk.Choice choice) {
        Instant now = clock.instant();
        boolean known = ledger.onCustomer(customer, dossier -> overruling.overrule(dossier, choice, now));
        if (known) {
            String instead = choice.instead().map(Action::word).orElse("no action");
            audit.note(now, choice.by(), "overruled: " + instead, "customer/" + customer, choice.because());
        }
        return known;
    }
}

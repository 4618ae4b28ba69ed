package io.vigie.retention.store;

import io.vigie.retention.casework.Announcement;
import io.vigie.retention.casework.Dossier;
import io.vigie.retention.casework.Turn;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;

/** One transaction for all that a deed of ours changes: dossier, case, tasks, deadlines, outbox. */
@ApplicationScoped
public class Deeds {
    private final Dossiers dossiers;
    private final Keeping keeping;
    private final MonthNames names;

    Deeds(Dossiers dossiers, Keeping keeping, MonthNames names) {
        this.dossiers = dossiers;
        this.keeping = keeping;
        this.names = names;
    }

    /**
     * Lets a worker do something to a task.
     *
     * @return false where there is no such task
     */
    @Transactional
    public boolean onTask(UUID task, Deed deed) {
        return dossiers.customerOf(task)
                .filter(customer -> onCustomer(customer, deed))
                .isPresent();
    }

    /**
     * Lets somebody do something to a customer's dossier.
     *
     * @return false where there is none
     */
    @Transactional
    public boolean onCustomer(String customer, Deed deed) {
        Tray tray = dossiers.takeOut(List.of(customer));
        if (!tray.holds(customer)) {
            return false;
        }
        tray.take(names.in(deed.on(tray.of(customer))));
        keeping.keep(tray);
        return true;
    }

    /**
     * Does the same to each of some customers.
     *
     * @return what was told of it
     */
    @Transactional
    public List<Announcement> onEach(List<String> customers, Deed deed) {
        Tray tray = dossiers.takeOut(customers);
        customers.stream().filter(tray::holds).forEach(name -> tray.take(deed.on(tray.of(name))));
        keeping.keep(tray);
        return tray.told();
    }

    /** What one deed makes of one dossier. */
    @FunctionalInterface
    public interface Deed {
        Turn on(Dossier dossier);
    }
}

package io.vigie.retention.store;

import io.vigie.events.risk.RiskAssessed;
import io.vigie.retention.casework.Assessment;
import io.vigie.retention.casework.Dossier;
import io.vigie.retention.casework.FirstLook;
import io.vigie.retention.golive.Everybody;
import io.vigie.retention.golive.Present;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** All customers as they are now, a thousand dossiers at a time. */
@ApplicationScoped
class Everyone implements Everybody {
    private static final int AT_ONCE = 1_000;
    private static final String BUSY =
            "SELECT customer FROM retention_case WHERE customer = ANY (?) AND status IN ('open', 'in-action', 'waiting')";

    private final Database database;
    private final Dossiers dossiers;

    Everyone(Database database, Dossiers dossiers) {
        this.database = database;
        this.dossiers = dossiers;
    }

    @Override
    public void each(Consumer<Present> one) {
        List<Present> page = after("", AT_ONCE);
        while (!page.isEmpty()) {
            page.forEach(one);
            page = after(page.getLast().risk().customer(), AT_ONCE);
        }
    }

    /** Those whose names come next. */
    List<Present> after(String name, int limit) {
        List<Dossier> page = dossiers.known(name, limit);
        Set<String> busy = busy(page);
        return page.stream()
                .map(dossier -> present(dossier, busy.contains(dossier.customer())))
                .toList();
    }

    private Set<String> busy(List<Dossier> page) {
        String[] names = page.stream().map(Dossier::customer).toArray(String[]::new);
        return new HashSet<>(database.rows(BUSY, row -> row.text("customer"), (Object) names));
    }

    private static Present present(Dossier dossier, boolean busy) {
        Assessment latest = dossier.latest().orElseThrow();
        RiskAssessed risk = latest.risk();
        return new Present(risk, dossier.past(), FirstLook.seed(latest), busy);
    }
}

package io.vigie.retention.store;

import io.vigie.events.customer.Channel;
import io.vigie.events.customer.Purpose;
import io.vigie.retention.casework.Assessment;
import io.vigie.retention.law.Permission;
import io.vigie.retention.policy.Occasion;
import io.vigie.retention.policy.Rulebook;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Asks the law about one customer, for whoever is about to make a contact. */
@ApplicationScoped
public class Permissions {
    private final Dossiers dossiers;
    private final Rulebook rulebook;
    private final Clock clock;

    Permissions(Dossiers dossiers, Rulebook rulebook, Clock clock) {
        this.dossiers = dossiers;
        this.rulebook = rulebook;
        this.clock = clock;
    }

    /**
     * By channel.
     *
     * @param matter the open matter that the contact would answer, where it answers one
     * @param at for when; now unless said
     * @return none where nothing is known of the customer
     */
    @Transactional
    public Optional<Map<Channel, Permission>> of(
            String customer, Purpose purpose, Optional<String> matter, Optional<Instant> at) {
        Instant now = at.orElseGet(clock::instant);
        return dossiers.look(customer)
                .flatMap(dossier -> dossier.latest().map(Assessment::risk).map(risk -> rulebook.at(now)
                        .permissions(
                                new Occasion(risk, now, dossier.past(), rulebook.known(), customer), purpose, matter)));
    }
}

package io.vigie.retention.desk;

import io.vigie.retention.policy.Rulebook;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.time.Clock;

/** What offers are called in the reader's language, as the policy says. */
@Named("offerNames")
@RequestScoped
public class OfferNames {
    private final Rulebook rulebook;
    private final Naming naming;
    private final Clock clock;

    OfferNames(Rulebook rulebook, Naming naming, Clock clock) {
        this.rulebook = rulebook;
        this.naming = naming;
        this.clock = clock;
    }

    public String of(String offer) {
        return rulebook.at(clock.instant()).offerName(offer, naming.language());
    }
}

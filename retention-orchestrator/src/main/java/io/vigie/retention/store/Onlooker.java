package io.vigie.retention.store;

import io.quarkus.arc.Arc;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;

/** Who is looking: an account manager never comes to see a case about an incident with themselves. */
@ApplicationScoped
class Onlooker {
    /** To be put where {@code c} is a case; takes {@link #name()}. */
    static final String MAY_SEE = """
            NOT (c.discreet AND EXISTS (SELECT FROM dossier d CROSS JOIN (SELECT ?::text AS login) asker
                WHERE d.customer = c.customer AND d.latest::jsonb #>> '{decisionInput,accountManager}' IN (asker.login,
                    (SELECT p.data ->> 'accountManager' FROM person p WHERE p.id = asker.login))))""";

    private static final String NOBODY = "";

    private final SecurityIdentity identity;

    Onlooker(SecurityIdentity identity) {
        this.identity = identity;
    }

    String name() {
        boolean asked = Arc.container().requestContext().isActive();
        return asked && !identity.isAnonymous() ? identity.getPrincipal().getName() : NOBODY;
    }
}

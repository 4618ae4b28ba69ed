package io.vigie.retention.store;

import io.quarkus.arc.Arc;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;

/** Who is looking: an account manager never comes to see a case about an incident with themselves, also once replaced. */
@ApplicationScoped
class Onlooker {
    /** To be put where {@code c} is a case; takes {@link #name()}. */
    static final String MAY_SEE = """
            NOT (c.discreet AND EXISTS (SELECT FROM (SELECT ?::text AS login) asker
                WHERE c.discreet_from IN (asker.login,
                    (SELECT p.data ->> 'accountManager' FROM person p WHERE p.id = asker.login))))""";

    private static final String OF_CASE = """
            NOT EXISTS (SELECT FROM retention_case c WHERE c.customer = %1$s.customer
                AND (%1$s.case_id IS NULL OR c.id = %1$s.case_id) AND NOT (""" + MAY_SEE + "))";

    private static final String NOBODY = "";

    private final SecurityIdentity identity;

    Onlooker(SecurityIdentity identity) {
        this.identity = identity;
    }

    /**
     * To be put where what has a customer, and perhaps a case, may be read by who is looking; without a case it is taken for
     * one of any case of that customer. Takes {@link #name()}.
     *
     * @param alias of a table with {@code customer} and {@code case_id}
     */
    static String mayRead(String alias) {
        return OF_CASE.formatted(alias);
    }

    String name() {
        boolean asked = Arc.container().requestContext().isActive();
        return asked && !identity.isAnonymous() ? identity.getPrincipal().getName() : NOBODY;
    }
}

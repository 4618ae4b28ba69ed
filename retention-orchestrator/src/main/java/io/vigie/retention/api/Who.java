package io.vigie.retention.api;

import io.quarkus.security.identity.SecurityIdentity;
import io.vigie.retention.casework.Doer;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who asks, and whether they may speak for others. */
final class Who {
    private Who() {}

    /**
     * @param named who is said to do it; only leads and managers name somebody else
     */
    static Doer asks(SecurityIdentity identity, @Nullable String named) {
        Optional<String> said = Asked.text(named);
        if (identity.isAnonymous()) {
            // only where the API is open to all, for demonstrations
            return new Doer(said.orElseThrow(() -> Problems.wrong("by: say who it is, or sign in.")), true);
        }
        String name = identity.getPrincipal().getName();
        boolean leads = leads(identity);
        if (!leads && said.filter(other -> !other.equals(name)).isPresent()) {
            throw Problems.forbidden("Only leads and managers act for somebody else; leave \"by\" out.");
        }
        return new Doer(said.orElse(name), leads);
    }

    /** Their name, or that they have none where the API is open to all. */
    static String is(SecurityIdentity identity) {
        return identity.isAnonymous() ? "anonymous" : identity.getPrincipal().getName();
    }

    /**
     * @return their name
     */
    static String leading(SecurityIdentity identity) {
        if (!identity.isAnonymous() && !leads(identity)) {
            throw Problems.forbidden("This is for leads and managers.");
        }
        return is(identity);
    }

    private static boolean leads(SecurityIdentity identity) {
        return identity.hasRole("lead") || identity.hasRole("manager");
    }
}

package io.vigie.look;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Who looks at the page, for the layout. */
@RequestScoped
@Named("visitor")
public class Visitor {
    private final SecurityIdentity identity;

    @Inject
    Visitor(SecurityIdentity identity) {
        this.identity = identity;
    }

    public boolean isSignedIn() {
        return !identity.isAnonymous();
    }

    /** Whether the pages of signal-ingest are for them. */
    public boolean isLeading() {
        return identity.hasRole("lead") || identity.hasRole("manager");
    }

    public String getName() {
        return identity.getPrincipal().getName();
    }
}

package io.vigie.ingest.api.answers;

import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.vigie.ingest.access.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.Principal;
import java.util.Optional;

/** Whoever makes the request at hand; asked only where it matters, since a signed request shows no key. */
@ApplicationScoped
public class CurrentCaller implements Caller {
    private final CurrentIdentityAssociation current;

    CurrentCaller(CurrentIdentityAssociation current) {
        this.current = current;
    }

    @Override
    public boolean isKnown() {
        return !current.getIdentity().isAnonymous();
    }

    @Override
    public boolean has(String scope) {
        return current.getIdentity().hasRole(scope);
    }

    /** Whoever it is, for what must be traced. */
    public String name() {
        return Optional.ofNullable(current.getIdentity().getPrincipal())
                .map(Principal::getName)
                .filter(name -> !name.isBlank())
                .orElse("anybody");
    }
}

package io.vigie.ingest.api;

import io.quarkus.security.PermissionChecker;
import io.quarkus.security.identity.SecurityIdentity;
import io.vigie.ingest.access.Scopes;
import jakarta.enterprise.context.ApplicationScoped;

/** Lets who may import only one source import that one. */
@ApplicationScoped
class ImportRights {
    /** The permission that a resource asks for; its parameter {@code sourceName} is the source's name. */
    static final String OF_SOURCE = "import-of-source";

    @PermissionChecker(OF_SOURCE)
    boolean mayImport(SecurityIdentity identity, String sourceName) {
        return identity.hasRole(Scopes.IMPORTS) || identity.hasRole(Scopes.limited(Scopes.IMPORTS, sourceName));
    }
}

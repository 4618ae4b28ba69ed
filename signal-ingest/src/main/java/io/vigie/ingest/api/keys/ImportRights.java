package io.vigie.ingest.api.keys;

import io.quarkus.security.PermissionChecker;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.Blocking;
import io.vigie.ingest.access.Scopes;
import io.vigie.ingest.store.ImportProgress;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Lets who may import only one source import that one, and see what became of its files alone. */
@ApplicationScoped
public class ImportRights {
    /** The permission that a resource asks for; its parameter {@code sourceName} is the source's name. */
    public static final String OF_SOURCE = "import-of-source";

    /** The same for one import that was begun; its parameter {@code id} is the import's. */
    public static final String OF_IMPORT = "import-begun";

    /** The same for whoever may import anything at all. */
    public static final String OF_ANY = "import-of-any";

    private final ImportProgress jobs;

    ImportRights(ImportProgress jobs) {
        this.jobs = jobs;
    }

    @PermissionChecker(OF_SOURCE)
    boolean mayImport(SecurityIdentity identity, String sourceName) {
        return identity.hasRole(Scopes.IMPORTS) || identity.hasRole(Scopes.limited(Scopes.IMPORTS, sourceName));
    }

    @PermissionChecker(OF_IMPORT)
    @Blocking
    boolean maySee(SecurityIdentity identity, UUID id) {
        return identity.hasRole(Scopes.IMPORTS)
                || (mayImportAny(identity)
                        && jobs.find(id)
                                .filter(job -> mayImport(identity, job.source()))
                                .isPresent());
    }

    @PermissionChecker(OF_ANY)
    boolean mayImportAny(SecurityIdentity identity) {
        return identity.hasRole(Scopes.IMPORTS) || !sourcesOf(identity).isEmpty();
    }

    /** The sources that somebody without the whole scope may import. */
    public static List<String> sourcesOf(SecurityIdentity identity) {
        String ofOne = Scopes.limited(Scopes.IMPORTS, "");
        return identity.getRoles().stream()
                .filter(role -> role.startsWith(ofOne))
                .map(role -> role.substring(ofOne.length()))
                .toList();
    }
}

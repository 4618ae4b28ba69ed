package io.vigie.ingest.api.customers;

import io.vigie.ingest.access.Scopes;
import io.vigie.ingest.store.Purges;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Shows whoever answers for it that what is not to be kept is gone. */
@Path("/admin/purges")
@RolesAllowed(Scopes.ADMIN)
@Produces({MediaType.APPLICATION_JSON, "application/problem+json"})
public class PurgesResource {
    private final Purges purges;

    PurgesResource(Purges purges) {
        this.purges = purges;
    }

    @GET
    @Operation(summary = "What was forgotten because it had been kept long enough, the latest first")
    public List<Purges.Purge> latest() {
        return purges.latest();
    }
}

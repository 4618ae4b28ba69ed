package io.vigie.ingest.api.customers;

import io.vigie.ingest.access.Scopes;
import io.vigie.ingest.store.ErasureRows;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Shows that customers were erased, and by whom, without showing who they were. */
@Path("/admin/erasures")
@RolesAllowed(Scopes.ADMIN)
@Produces({MediaType.APPLICATION_JSON, "application/problem+json"})
public class ErasuresResource {
    private final ErasureRows rows;

    ErasuresResource(ErasureRows rows) {
        this.rows = rows;
    }

    @GET
    @Operation(summary = "The last erasures; a customer's id is there only while others are still to be told of it")
    public List<ErasureRows.Erasure> newest() {
        return rows.newest();
    }
}

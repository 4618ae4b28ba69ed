package io.vigie.ingest.api.customers;

import io.vigie.ingest.access.Scopes;
import io.vigie.ingest.api.answers.SoundCustomerId;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Hands out everything held on a customer. */
@Path("/customers/{id}/export")
@SoundCustomerId
@RolesAllowed(Scopes.CUSTOMERS)
@Produces({MediaType.APPLICATION_JSON, "application/problem+json"})
public class ExportResource {
    private final Export export;

    ExportResource(Export export) {
        this.export = export;
    }

    @GET
    @Operation(
            summary = "Everything held on a customer",
            description = "Record, wishes, aliases, what was refused, and every event about them on the topics, as it"
                    + " can be read. It reads the customer's partition of each topic to its end, which takes a while.")
    public StreamingOutput export(@PathParam("id") String id) {
        return export.of(id);
    }
}

package io.vigie.kpi.api;

import io.smallrye.common.annotation.Blocking;
import io.vigie.kpi.store.Purges;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Shows whoever answers for it that what is not to be kept is gone. */
@Path("/admin/purges")
@Produces(MediaType.APPLICATION_JSON)
public class PurgesResource {
    private static final int LATEST = 500;

    private final Purges purges;

    @Inject
    PurgesResource(Purges purges) {
        this.purges = purges;
    }

    @GET
    @Blocking
    @Operation(summary = "What was forgotten because it had been kept long enough, the latest first")
    public List<Purges.Purge> purges() {
        return purges.latest(LATEST);
    }
}

package io.vigie.retention.api;

import io.vigie.retention.store.CaseStatus;
import io.vigie.retention.store.Cases;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Cases over HTTP, each with its reasons and tasks. */
@Path("/cases")
@Produces(MediaType.APPLICATION_JSON)
public class CaseResource {
    private final Cases cases;

    CaseResource(Cases cases) {
        this.cases = cases;
    }

    @GET
    @Operation(summary = "Cases, the latest first")
    public List<CaseView> cases(
            @RestQuery @Nullable String customer,
            @RestQuery @Nullable String status,
            @RestQuery @DefaultValue("100") int limit) {
        return cases
                .find(Asked.text(customer), Asked.word("status", CaseStatus.class, status), Asked.limit(limit))
                .stream()
                .map(CaseView::of)
                .toList();
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "One case with its reasons and tasks")
    public CaseView find(@RestPath String id) {
        return cases.find(Asked.id("case", id)).map(CaseView::of).orElseThrow(() -> Problems.unknown("case", id));
    }
}

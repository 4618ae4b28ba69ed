package io.vigie.scorer.lookout.models;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.smallrye.common.annotation.Blocking;
import io.vigie.scorer.api.DropApi;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Dropping a model on its page; it goes the way of the API. */
@Path("/risk/models/{id}/drop")
@Produces(MediaType.TEXT_HTML)
@Blocking
public class DropPages {
    private final DropApi drops;
    private final ModelPages pages;

    DropPages(DropApi drops, ModelPages pages) {
        this.drops = drops;
        this.pages = pages;
    }

    @POST
    @Operation(hidden = true)
    public Response drop(@RestPath String id, @FormParam("because") @Nullable String because) {
        try {
            drops.drop(id, Optional.ofNullable(because), Optional.empty());
            return Response.seeOther(URI.create("/risk/models")).build();
        } catch (HttpProblem refused) {
            return ModelPages.answer(refused, pages.page(id, Refusal.of(refused)));
        }
    }
}

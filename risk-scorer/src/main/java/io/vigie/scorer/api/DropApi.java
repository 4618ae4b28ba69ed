package io.vigie.scorer.api;

import io.smallrye.common.annotation.Blocking;
import io.vigie.scorer.stream.ModelRegistry;
import io.vigie.scorer.stream.ModelsInUse;
import io.vigie.scorer.stream.NotHeardYet;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Dropping models that nobody needs any more. */
@Path("/models")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public class DropApi {
    private final ModelsInUse models;
    private final ModelRegistry registry;
    private final Answerable answerable;

    DropApi(ModelsInUse models, ModelRegistry registry, Answerable answerable) {
        this.models = models;
        this.registry = registry;
        this.answerable = answerable;
    }

    @DELETE
    @Path("{id}")
    @Operation(
            summary = "Drops a model for good, on every instance; because says why, and by who where nobody signs in")
    public Response drop(
            @PathParam("id") String id,
            @QueryParam("because") Optional<String> because,
            @QueryParam("by") Optional<String> by) {
        if (!models.lineUp().knows(id)) {
            throw Problems.unknownModel(id);
        }
        String why = Answerable.because(because);
        String who = answerable.by(by);
        if (!models.lineUp().mayDrop(id) || !dropped(id, who, why)) {
            throw Problems.of(
                    Response.Status.CONFLICT,
                    "model-is-needed",
                    "The model is needed",
                    id + " cannot be dropped: the champion, the shadow, the scorecard and the champion that going back"
                            + " leads to are needed; promote another first, or retire the shadow");
        }
        return Response.noContent().build();
    }

    private boolean dropped(String id, String who, String why) {
        try {
            return registry.drop(id, who, why);
        } catch (NotHeardYet e) {
            throw Problems.of(
                    Response.Status.SERVICE_UNAVAILABLE,
                    "not-heard-yet",
                    "Not heard of yet",
                    e.getMessage() + "; GET /models will show what came of it");
        }
    }
}

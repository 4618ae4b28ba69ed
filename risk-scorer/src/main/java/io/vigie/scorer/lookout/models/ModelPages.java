package io.vigie.scorer.lookout.models;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.Blocking;
import io.vigie.events.Word;
import io.vigie.events.model.ModelState;
import io.vigie.scorer.api.ModelsApi;
import io.vigie.scorer.api.ModelsApi.Promotion;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
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

/** The pages on models; what is done on them goes the way of the API. */
@Path("/risk/models")
@Produces(MediaType.TEXT_HTML)
@Blocking
public class ModelPages {
    private final ModelsApi models;
    private final Gallery gallery;
    private final SecurityIdentity identity;

    ModelPages(ModelsApi models, Gallery gallery, SecurityIdentity identity) {
        this.models = models;
        this.gallery = gallery;
        this.identity = identity;
    }

    @GET
    @Operation(hidden = true)
    public TemplateInstance all() {
        return Templates.models(gallery.all(models.all()), answers(), "");
    }

    @GET
    @Path("{id}")
    @Operation(hidden = true)
    public TemplateInstance one(@RestPath String id) {
        return page(id, "");
    }

    @POST
    @Path("{id}/promotion")
    @Operation(hidden = true)
    public Response promote(
            @RestPath String id, @FormParam("to") String to, @FormParam("because") @Nullable String because) {
        try {
            ModelState state = Word.of(ModelState.class, to);
            models.promote(id, new Promotion(Optional.of(state), Optional.empty(), Optional.ofNullable(because)));
            return Response.seeOther(URI.create("/risk/models/" + id)).build();
        } catch (HttpProblem refused) {
            return answer(refused, page(id, String.valueOf(refused.getDetail())));
        }
    }

    @POST
    @Path("rollback")
    @Operation(hidden = true)
    public Response rollBack(@FormParam("because") @Nullable String because) {
        try {
            models.rollBack(new Promotion(Optional.empty(), Optional.empty(), Optional.ofNullable(because)));
            return Response.seeOther(URI.create("/risk/models")).build();
        } catch (HttpProblem refused) {
            return answer(
                    refused,
                    Templates.models(gallery.all(models.all()), answers(), String.valueOf(refused.getDetail())));
        }
    }

    private TemplateInstance page(String id, String refusal) {
        return Templates.model(gallery.one(models.all(), id).orElseThrow(NotFoundException::new), answers(), refusal);
    }

    private static Response answer(HttpProblem refused, TemplateInstance page) {
        return Response.status(refused.getStatusCode()).entity(page.render()).build();
    }

    /** Whether whoever looks may change which model speaks. */
    private boolean answers() {
        return identity.hasRole("analyst") || identity.hasRole("manager");
    }

    @CheckedTemplate(basePath = "lookout")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance models(ModelsPage page, boolean answers, String refusal);

        static native TemplateInstance model(ModelPage page, boolean answers, String refusal);
    }
}

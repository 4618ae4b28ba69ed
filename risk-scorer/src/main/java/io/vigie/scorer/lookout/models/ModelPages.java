package io.vigie.scorer.lookout.models;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.Blocking;
import io.vigie.scorer.api.FitApi;
import io.vigie.scorer.api.ModelsApi;
import io.vigie.scorer.api.ModelsApi.Promotion;
import io.vigie.scorer.api.TrackApi;
import io.vigie.scorer.scoring.Comparison;
import io.vigie.scorer.scoring.Drift;
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
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** The pages on models and what is decided of them; it goes the way of the API. */
@Path("/risk/models")
@Produces(MediaType.TEXT_HTML)
@Blocking
public class ModelPages {
    private final ModelsApi models;
    private final FitApi fits;
    private final TrackApi tracks;
    private final Gallery gallery;
    private final SecurityIdentity identity;

    ModelPages(ModelsApi models, FitApi fits, TrackApi tracks, Gallery gallery, SecurityIdentity identity) {
        this.models = models;
        this.fits = fits;
        this.tracks = tracks;
        this.gallery = gallery;
        this.identity = identity;
    }

    @GET
    @Operation(hidden = true)
    public TemplateInstance all() {
        return all(Refusal.NONE);
    }

    @GET
    @Path("{id}")
    @Operation(hidden = true)
    public TemplateInstance one(@RestPath String id) {
        return page(id, Refusal.NONE);
    }

    @POST
    @Path("{id}/promotion")
    @Operation(hidden = true)
    public Response promote(
            @RestPath String id, @FormParam("to") @Nullable String to, @FormParam("because") @Nullable String because) {
        try {
            models.promote(id, Promotion.filledIn(to, because));
            return Response.seeOther(URI.create("/risk/models/" + id)).build();
        } catch (HttpProblem refused) {
            return answer(refused, page(id, Refusal.of(refused)));
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
            return answer(refused, all(Refusal.of(refused)));
        }
    }

    @GET
    @Path("{id}/comparison")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(hidden = true)
    public Comparison comparison(@RestPath String id) {
        return tracks.comparison("/risk/models/" + id + "/comparison", id);
    }

    @GET
    @Path("{id}/drift")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(hidden = true)
    public Drift drift(@RestPath String id) {
        return tracks.drift("/risk/models/" + id + "/drift", id);
    }

    /** A model that was never a shadow is compared with nothing. */
    private static <T> Optional<T> known(Supplier<T> figures) {
        try {
            return Optional.of(figures.get());
        } catch (HttpProblem _) {
            return Optional.empty();
        }
    }

    TemplateInstance all(Refusal refusal) {
        return Templates.models(gallery.all(models.all(), fits.latest(FitPages.ELSEWHERE)), answers(), refusal);
    }

    TemplateInstance page(String id, Refusal refusal) {
        return Templates.model(
                gallery.one(models.all(), id, known(() -> comparison(id)), known(() -> drift(id)))
                        .orElseThrow(NotFoundException::new),
                answers(),
                refusal);
    }

    static Response answer(HttpProblem refused, TemplateInstance page) {
        return Response.status(refused.getStatusCode()).entity(page.render()).build();
    }

    /** Whether whoever looks may change which model speaks. */
    boolean answers() {
        return identity.hasRole("analyst") || identity.hasRole("manager");
    }

    @CheckedTemplate(basePath = "lookout")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance models(ModelsPage page, boolean answers, Refusal refusal);

        static native TemplateInstance fit(FitPage fit, boolean answers);

        static native TemplateInstance model(ModelPage page, boolean answers, Refusal refusal);
    }
}

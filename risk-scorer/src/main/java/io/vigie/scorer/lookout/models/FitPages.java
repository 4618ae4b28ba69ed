package io.vigie.scorer.lookout.models;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import io.vigie.scorer.api.FitApi;
import io.vigie.scorer.stream.FitJob;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** What the page of models shows of learning, and lets be begun and called off. */
@Path("/risk/models/fit")
@Produces(MediaType.TEXT_HTML)
@Blocking
public class FitPages {
    /** Where other instances are asked how far they are. */
    static final String ELSEWHERE = "/risk/models/fit/job";

    private final FitApi fits;
    private final ModelPages pages;

    FitPages(FitApi fits, ModelPages pages) {
        this.fits = fits;
        this.pages = pages;
    }

    @GET
    @Operation(hidden = true)
    public TemplateInstance fit() {
        return ModelPages.Templates.fit(FitPage.of(job()), pages.answers());
    }

    @POST
    @Operation(hidden = true)
    public Response begin() {
        return done(() -> fits.begin(ELSEWHERE, null));
    }

    @POST
    @Path("cancel")
    @Operation(hidden = true)
    public Response callOff() {
        return done(fits::callOff);
    }

    /** What other instances ask to draw their pages. */
    @GET
    @Path("job")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(hidden = true)
    public FitJob job() {
        return fits.latest(ELSEWHERE);
    }

    private Response done(Runnable deed) {
        try {
            deed.run();
            return Response.seeOther(URI.create("/risk/models#fit")).build();
        } catch (HttpProblem refused) {
            return ModelPages.answer(refused, pages.all(String.valueOf(refused.getDetail())));
        }
    }
}

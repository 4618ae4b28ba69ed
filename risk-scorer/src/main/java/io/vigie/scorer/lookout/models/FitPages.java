package io.vigie.scorer.lookout.models;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import io.vigie.scorer.api.FitApi;
import io.vigie.scorer.api.TableFitApi;
import io.vigie.scorer.api.TableFitApi.Wanted;
import io.vigie.scorer.stream.FitJob;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/** What the page of models shows of learning, and lets be begun and called off. */
@Path("/risk/models/fit")
@Produces(MediaType.TEXT_HTML)
@Blocking
public class FitPages {
    /** Where other instances are asked how far they are. */
    static final String ELSEWHERE = "/risk/models/fit/job";

    private final FitApi fits;
    private final TableFitApi tables;
    private final Gallery gallery;
    private final ModelPages pages;

    FitPages(FitApi fits, TableFitApi tables, Gallery gallery, ModelPages pages) {
        this.fits = fits;
        this.tables = tables;
        this.gallery = gallery;
        this.pages = pages;
    }

    @GET
    @Operation(hidden = true)
    public TemplateInstance fit() {
        return ModelPages.Templates.fit(gallery.fit(job()), pages.answers());
    }

    @POST
    @Operation(hidden = true)
    public Response begin() {
        return done(() -> fits.begin(ELSEWHERE, null));
    }

    @POST
    @Path("table")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(hidden = true)
    public Response begin(
            @RestForm @Nullable FileUpload table, @RestForm @Nullable String left, @RestForm @Nullable String id) {
        Wanted wanted = new Wanted(Optional.ofNullable(left), Optional.ofNullable(id), Set.of(), Set.of(), 1);
        return done(() -> {
            try (InputStream content =
                    table == null ? InputStream.nullInputStream() : Files.newInputStream(table.uploadedFile())) {
                tables.begin(ELSEWHERE, content, wanted);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    @GET
    @Path("{fit}/model")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(hidden = true)
    public Response file(@RestPath String fit) {
        return tables.file(fit);
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
            return ModelPages.answer(refused, pages.all(Refusal.of(refused)));
        }
    }
}

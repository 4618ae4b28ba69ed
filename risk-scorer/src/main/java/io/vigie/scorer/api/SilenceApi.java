package io.vigie.scorer.api;

import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.Blocking;
import io.vigie.events.model.SilenceFitted;
import io.vigie.events.model.SilenceTakenBack;
import io.vigie.scorer.ScorerSettings;
import io.vigie.scorer.silence.MbgNbd;
import io.vigie.scorer.stream.Lesson;
import io.vigie.scorer.stream.SilenceInUse;
import io.vigie.scorer.stream.SilenceLearning;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** What silence means here: the parameters in use, and learning them anew. */
@Path("/models/silence")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public class SilenceApi {
    private final SilenceInUse inUse;
    private final SilenceLearning learning;
    private final ScorerSettings settings;
    private final Asked asked;
    private final SecurityIdentity asker;

    SilenceApi(
            SilenceInUse inUse,
            SilenceLearning learning,
            ScorerSettings settings,
            Asked asked,
            SecurityIdentity asker) {
        this.asker = asker;
        this.inUse = inUse;
        this.learning = learning;
        this.settings = settings;
        this.asked = asked;
    }

    /**
     * What this instance goes by.
     *
     * @param usesFits whether fitted parameters hold here at all
     * @param given the scorecard's parameters, where nothing is fitted
     * @param fitted those that hold instead, by cohort
     * @param lesson the fit under way on this instance, or the last one it made
     * @param takenBack who took back what was fitted, and when: until somebody asks for a fit, none is made
     */
    public record Silence(
            boolean usesFits,
            String cohort,
            MbgNbd given,
            List<SilenceFitted> fitted,
            Lesson lesson,
            Optional<SilenceTakenBack> takenBack) {}

    @GET
    @Operation(summary = "The silence parameters in use, and how learning them stands")
    public Silence silence() {
        return new Silence(
                settings.silence().fromFits(settings.mode()),
                settings.silence().cohort(),
                inUse.get().given(),
                inUse.fitted(),
                learning.lesson(),
                inUse.takenBack());
    }

    @POST
    @Path("fit")
    @Operation(summary = "Fits the silence parameters on all orders up to now, or to an instant, for every instance")
    public Response fit(
            @QueryParam("until") @Nullable String until, @QueryParam("anyhow") @DefaultValue("false") String anyhow) {
        if (!learning.begin(asked.until(until), Asked.yes("anyhow", anyhow))) {
            throw Problems.of(
                    Response.Status.CONFLICT,
                    "fit-under-way",
                    "A fit is under way",
                    "this instance is fitting already; GET /models/silence says how far it is");
        }
        return Response.accepted(silence())
                .location(URI.create("/models/silence"))
                .build();
    }

    @DELETE
    @Operation(
            summary =
                    "Takes back what was fitted: the scorecard's parameters hold again, on every instance, until a fit is asked for")
    public Response forget() {
        if (!settings.silence().fromFits(settings.mode())) {
            throw Problems.of(
                    Response.Status.CONFLICT,
                    "parameters-given",
                    "The scorecard's parameters hold",
                    "no fit is gone by here, so none can be taken back: vigie.silence.parameters is given; ask an"
                            + " instance that goes by fits");
        }
        learning.forget(asker.getPrincipal().getName());
        return Response.noContent().build();
    }
}

package io.vigie.scorer.api;

import com.fasterxml.jackson.core.type.TypeReference;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.Blocking;
import io.vigie.scorer.learning.history.LearningPlan;
import io.vigie.scorer.model.Scorecard;
import io.vigie.scorer.stream.FitJob;
import io.vigie.scorer.stream.Fits;
import io.vigie.scorer.stream.HistoryLearning;
import io.vigie.scorer.stream.Questions;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
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
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Learning a model from the history: begin, see how far it is, call it off. */
@Path("/models/fit")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public class FitApi {
    private static final String PATH = "/models/fit";
    private static final TypeReference<FitJob> JOB = new TypeReference<>() {};

    private final Fits fits;
    private final HistoryLearning learning;
    private final Questions questions;
    private final Scorecard scorecard;
    private final WhereKept where;
    private final SecurityIdentity identity;
    private final Asked asked;

    FitApi(
            Fits fits,
            HistoryLearning learning,
            Questions questions,
            Scorecard scorecard,
            WhereKept where,
            SecurityIdentity identity,
            Asked asked) {
        this.fits = fits;
        this.learning = learning;
        this.questions = questions;
        this.scorecard = scorecard;
        this.where = where;
        this.identity = identity;
        this.asked = asked;
    }

    @POST
    @Consumes({MediaType.APPLICATION_JSON, MediaType.WILDCARD})
    @Operation(summary = "Begins to learn a model from the signal history; it becomes a candidate")
    public Response begin(@Nullable FitWanted wanted) {
        return begin(PATH, wanted);
    }

    /** The same, other instances being asked at another address whether they learn already. */
    public Response begin(String elsewhere, @Nullable FitWanted wanted) {
        LearningPlan plan =
                Optional.ofNullable(wanted).orElse(FitWanted.NOTHING).plan(questions, scorecard, asked);
        return begun(elsewhere, () -> learning.begin(plan, by()));
    }

    /** A fit is begun where none is under way on any instance, the others being asked at an address. */
    Response begun(String elsewhere, Supplier<Optional<FitJob>> begin) {
        checkFree(elsewhere);
        FitJob begun = begin.get().orElseThrow(FitApi::underWay);
        return Response.accepted(begun)
                .location(URI.create(PATH + "?id=" + begun.id()))
                .build();
    }

    /** Refuses while a fit is under way, before what is sent for another is read. */
    void checkFree(String elsewhere) {
        if (jobs(elsewhere).stream().anyMatch(FitJob.Underway.class::isInstance)) {
            throw underWay();
        }
    }

    static RuntimeException underWay() {
        return Problems.of(
                Response.Status.CONFLICT,
                "fit-under-way",
                "A fit is under way",
                "a model is being learned already; GET /models/fit says how far it is, DELETE calls it off");
    }

    String by() {
        return identity.isAnonymous() ? "somebody" : identity.getPrincipal().getName();
    }

    @GET
    @Operation(summary = "How far learning is on whichever instance learns, or what it came to; or a fit of that id")
    public FitJob job(@QueryParam("id") @Nullable String id) {
        if (id == null) {
            return latest(PATH);
        }
        return jobs(PATH).stream()
                .filter(job -> id.equals(job.id()))
                .findFirst()
                .orElseThrow(() -> Problems.of(
                        Response.Status.NOT_FOUND,
                        "unknown-fit",
                        "Unknown fit",
                        "no instance that answers knows of a fit \"" + id
                                + "\": another was begun since, or the one that"
                                + " learned was started anew; GET /models lists what came of it, if anything did"));
    }

    /** The fit under way or else the latest, other instances being asked at an address that answers it. */
    public FitJob latest(String elsewhere) {
        FitJob here = fits.job();
        return here instanceof FitJob.Underway
                ? here
                : jobs(elsewhere).stream().max(FitJob.BY_NEWS).orElse(here);
    }

    private List<FitJob> jobs(String elsewhere) {
        return where.reachable(elsewhere, JOB, fits::job);
    }

    @DELETE
    @Operation(summary = "Calls off the fit that is under way, on whichever instance")
    public Response callOff() {
        if (!fits.callOff() && !where.doneElsewhere()) {
            throw Problems.of(
                    Response.Status.CONFLICT,
                    "no-fit-under-way",
                    "No fit is under way",
                    "nothing is being learned on any instance that answers");
        }
        return Response.noContent().build();
    }
}

package io.vigie.scorer.api;

import com.fasterxml.jackson.core.type.TypeReference;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.Blocking;
import io.vigie.scorer.learning.history.LearningPlan;
import io.vigie.scorer.learning.history.LeftMeans;
import io.vigie.scorer.model.Scorecard;
import io.vigie.scorer.stream.FitJob;
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
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Learning a model from the history: begin, see how far it is, call it off. */
@Path("/models/fit")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public class FitApi {
    private static final String PATH = "/models/fit";
    private static final TypeReference<FitJob> JOB = new TypeReference<>() {};

    private final HistoryLearning learning;
    private final Questions questions;
    private final Scorecard scorecard;
    private final WhereKept where;
    private final SecurityIdentity identity;
    private final Asked asked;

    FitApi(
            HistoryLearning learning,
            Questions questions,
            Scorecard scorecard,
            WhereKept where,
            SecurityIdentity identity,
            Asked asked) {
        this.learning = learning;
        this.questions = questions;
        this.scorecard = scorecard;
        this.where = where;
        this.identity = identity;
        this.asked = asked;
    }

    /**
     * How to learn; what is not said is as experts would have it.
     *
     * @param until the end of what is known; without it, now
     * @param withoutContract what counts as having left of who buys without a contract
     * @param everyDays between two instants to learn from
     * @param snapshots how many to learn from at most
     */
    public record Wanted(
            Optional<Instant> until,
            Optional<LeftMeans> withoutContract,
            Optional<Integer> everyDays,
            Optional<Integer> snapshots,
            Optional<Long> seed) {}

    @POST
    @Consumes({MediaType.APPLICATION_JSON, MediaType.WILDCARD})
    @Operation(summary = "Begins to learn a model from the signal history; it becomes a candidate")
    public Response begin(@Nullable Wanted wanted) {
        return begin(PATH, wanted);
    }

    /** The same, other instances being asked at another address whether they learn already. */
    public Response begin(String elsewhere, @Nullable Wanted wanted) {
        LearningPlan plan = plan(wanted);
        FitJob begun = Optional.of(plan)
                .filter(_ -> jobs(elsewhere).stream().noneMatch(FitJob.Underway.class::isInstance))
                .flatMap(one -> learning.begin(
                        one,
                        identity.isAnonymous()
                                ? "somebody"
                                : identity.getPrincipal().getName()))
                .orElseThrow(() -> Problems.of(
                        Response.Status.CONFLICT,
                        "fit-under-way",
                        "A fit is under way",
                        "a model is being learned already; GET /models/fit says how far it is, DELETE calls it off"));
        return Response.accepted(begun)
                .location(URI.create(PATH + "?id=" + begun.id()))
                .build();
    }

    private LearningPlan plan(@Nullable Wanted wanted) {
        Optional<Wanted> said = Optional.ofNullable(wanted);
        try {
            return new LearningPlan(
                    said.flatMap(Wanted::until).map(asked::past).orElseGet(questions::now),
                    said.flatMap(Wanted::withoutContract).orElse(LeftMeans.NO_ORDER),
                    scorecard.horizonDays(),
                    said.flatMap(Wanted::everyDays).orElse(30),
                    said.flatMap(Wanted::snapshots).orElse(50_000),
                    said.flatMap(Wanted::seed).orElse(1L));
        } catch (IllegalArgumentException e) {
            throw Problems.unprocessable("wrong-fit", "Wrong fit", String.valueOf(e.getMessage()));
        }
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
        FitJob here = learning.job();
        return here instanceof FitJob.Underway
                ? here
                : jobs(elsewhere).stream().max(FitJob.BY_NEWS).orElse(here);
    }

    private List<FitJob> jobs(String elsewhere) {
        return where.reachable(elsewhere, JOB, learning::job);
    }

    @DELETE
    @Operation(summary = "Calls off the fit that is under way, on whichever instance")
    public Response callOff() {
        if (!learning.callOff() && !where.doneElsewhere()) {
            throw Problems.of(
                    Response.Status.CONFLICT,
                    "no-fit-under-way",
                    "No fit is under way",
                    "nothing is being learned on any instance that answers");
        }
        return Response.noContent().build();
    }
}

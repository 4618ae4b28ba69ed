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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Learning a model from the history: begin, see how far it is, call it off. */
@Path("/models/fit")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public class FitApi {
    private static final TypeReference<FitJob> JOB = new TypeReference<>() {};

    private final HistoryLearning learning;
    private final Questions questions;
    private final Scorecard scorecard;
    private final WhereKept where;
    private final SecurityIdentity identity;

    FitApi(
            HistoryLearning learning,
            Questions questions,
            Scorecard scorecard,
            WhereKept where,
            SecurityIdentity identity) {
        this.learning = learning;
        this.questions = questions;
        this.scorecard = scorecard;
        this.where = where;
        this.identity = identity;
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
        if (!learning.begin(
                plan(wanted),
                identity.isAnonymous() ? "somebody" : identity.getPrincipal().getName())) {
            throw Problems.of(
                    Response.Status.CONFLICT,
                    "fit-under-way",
                    "A fit is under way",
                    "this instance is learning already; GET /models/fit says how far it is, DELETE calls it off");
        }
        return Response.accepted(learning.job())
                .location(URI.create("/models/fit"))
                .build();
    }

    private LearningPlan plan(@Nullable Wanted wanted) {
        Optional<Wanted> asked = Optional.ofNullable(wanted);
        try {
            return new LearningPlan(
                    asked.flatMap(Wanted::until).orElseGet(questions::now),
                    asked.flatMap(Wanted::withoutContract).orElse(LeftMeans.NO_ORDER),
                    scorecard.horizonDays(),
                    asked.flatMap(Wanted::everyDays).orElse(30),
                    asked.flatMap(Wanted::snapshots).orElse(50_000),
                    asked.flatMap(Wanted::seed).orElse(1L));
        } catch (IllegalArgumentException e) {
            throw Problems.unprocessable("wrong-fit", "Wrong fit", String.valueOf(e.getMessage()));
        }
    }

    @GET
    @Operation(summary = "How far learning is on whichever instance learns, or what it came to")
    public FitJob job() {
        return job("/models/fit");
    }

    /** The same, other instances being asked at another address that answers it. */
    public FitJob job(String elsewhere) {
        FitJob here = learning.job();
        return here instanceof FitJob.Underway
                ? here
                : where.everywhere(elsewhere, JOB, learning::job).stream()
                        .max(FitJob.BY_NEWS)
                        .orElse(here);
    }

    @DELETE
    @Operation(summary = "Calls off the fit that is under way on this instance")
    public Response callOff() {
        if (!learning.callOff()) {
            throw Problems.of(
                    Response.Status.CONFLICT,
                    "no-fit-under-way",
                    "No fit is under way",
                    "nothing is being learned on this instance; ask the one that was asked to learn");
        }
        return Response.noContent().build();
    }
}

package io.vigie.scorer.api;

import com.fasterxml.jackson.core.type.TypeReference;
import io.smallrye.common.annotation.Blocking;
import io.vigie.events.risk.RiskAssessed;
import io.vigie.scorer.stream.Questions;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** What is known of customers: risk, timeline, who is most likely to leave. */
@Path("/customers")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public class CustomersApi {
    private static final int MOST = 1_000;
    private static final TypeReference<List<RiskAssessed>> RISKS = new TypeReference<>() {};

    private final Questions questions;
    private final WhereKept where;

    CustomersApi(Questions questions, WhereKept where) {
        this.questions = questions;
        this.where = where;
    }

    @GET
    @Path("/{id}/risk")
    @Operation(summary = "A customer's churn probability, level and reasons, now or as of an instant")
    public Response risk(@PathParam("id") String id, @QueryParam("at") @Nullable String at) {
        Optional<Instant> instant = Optional.ofNullable(at).map(Asked::instant);
        return where.answer(
                id,
                () -> questions.risk(id, instant).orElseThrow(() -> Problems.nothingKnown(id, questions.timeline(id))));
    }

    @GET
    @Path("/{id}/timeline")
    @Operation(summary = "Everything received about a customer, oldest first")
    public Response timeline(@PathParam("id") String id) {
        return where.answer(id, () -> {
            List<TimelineLine> lines =
                    questions.timeline(id).stream().map(TimelineLine::of).toList();
            if (lines.isEmpty()) {
                throw Problems.unknownCustomer(id);
            }
            return lines;
        });
    }

    @GET
    @Path("/at-risk")
    @Operation(summary = "The customers most likely to leave, over all instances, highest probability first")
    public List<RiskAssessed> atRisk(@QueryParam("limit") @DefaultValue("20") int limit) {
        if (limit < 1 || limit > MOST) {
            throw Problems.of(
                    Response.Status.BAD_REQUEST,
                    "wrong-limit",
                    "Wrong limit",
                    "limit must be 1 to " + MOST + ", is " + limit);
        }
        return where.everywhere(RISKS, () -> questions.mostAtRisk(limit)).stream()
                .flatMap(List::stream)
                .sorted(Questions.BY_PROBABILITY)
                .limit(limit)
                .toList();
    }
}

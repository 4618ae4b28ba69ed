package io.vigie.scorer.api;

import com.fasterxml.jackson.core.type.TypeReference;
import io.smallrye.common.annotation.Blocking;
import io.vigie.events.risk.RiskAssessed;
import io.vigie.scorer.stream.Instance;
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
import java.util.ArrayList;
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
    private final OtherInstances others;

    CustomersApi(Questions questions, OtherInstances others) {
        this.questions = questions;
        this.others = others;
    }

    @GET
    @Path("/{id}/risk")
    @Operation(summary = "A customer's churn probability, level and reasons, now or as of an instant")
    public Response risk(@PathParam("id") String id, @QueryParam("at") @Nullable String at) {
        Optional<Instant> instant = Optional.ofNullable(at).map(Asked::instant);
        Instance host = questions.hostOf(id);
        if (!others.isSelf(host)) {
            String query = instant.map(when -> "?at=" + when).orElse("");
            return others.pass(host, "/customers/" + Asked.encoded(id) + "/risk" + query);
        }
        Optional<RiskAssessed> risk = questions.risk(id, instant);
        return Response.ok(risk.orElseThrow(() -> Problems.nothingKnown(id, questions.timeline(id))))
                .build();
    }

    @GET
    @Path("/{id}/timeline")
    @Operation(summary = "Everything received about a customer, oldest first")
    public Response timeline(@PathParam("id") String id) {
        Instance host = questions.hostOf(id);
        if (!others.isSelf(host)) {
            return others.pass(host, "/customers/" + Asked.encoded(id) + "/timeline");
        }
        List<TimelineLine> lines =
                questions.timeline(id).stream().map(TimelineLine::of).toList();
        if (lines.isEmpty()) {
            throw Problems.unknownCustomer(id);
        }
        return Response.ok(lines).build();
    }

    @GET
    @Path("/at-risk")
    @Operation(summary = "The customers most likely to leave, over all instances, highest probability first")
    public List<RiskAssessed> atRisk(
            @QueryParam("limit") @DefaultValue("20") int limit,
            @QueryParam("local") @DefaultValue("false") boolean local) {
        if (limit < 1 || limit > MOST) {
            throw Problems.of(
                    Response.Status.BAD_REQUEST,
                    "wrong-limit",
                    "Wrong limit",
                    "limit must be 1 to " + MOST + ", is " + limit);
        }
        List<RiskAssessed> all = new ArrayList<>(questions.mostAtRisk(limit));
        if (!local) {
            for (Instance host : others.all()) {
                all.addAll(others.ask(host, "/customers/at-risk?local=true&limit=" + limit, RISKS));
            }
        }
        return all.stream().sorted(Questions.BY_PROBABILITY).limit(limit).toList();
    }
}

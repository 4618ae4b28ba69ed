package io.vigie.scorer.api;

import io.smallrye.common.annotation.Blocking;
import io.vigie.events.risk.RiskAssessed;
import io.vigie.events.signal.SignalCatalogue;
import io.vigie.scorer.explanation.ToldReason;
import io.vigie.scorer.profile.Entry;
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
    private final Questions questions;
    private final WhereKept where;
    private final MostAtRisk mostAtRisk;
    private final SignalCatalogue catalogue;
    private final Reader reader;
    private final Asked asked;

    CustomersApi(
            Questions questions,
            WhereKept where,
            MostAtRisk mostAtRisk,
            SignalCatalogue catalogue,
            Reader reader,
            Asked asked) {
        this.questions = questions;
        this.where = where;
        this.mostAtRisk = mostAtRisk;
        this.catalogue = catalogue;
        this.reader = reader;
        this.asked = asked;
    }

    @GET
    @Path("/{id}/risk")
    @Operation(summary = "A customer's churn probability, level and reasons, now or as of an instant")
    public Response risk(@PathParam("id") String id, @QueryParam("at") @Nullable String at) {
        Optional<Instant> instant = asked.at(at);
        return where.answer(id, () -> {
            List<Entry> timeline = questions.timeline(id);
            RiskAssessed risk = questions.risk(id, instant).orElseThrow(() -> Problems.nothingKnown(id, timeline));
            return RiskInWords.of(risk, ToldReason.heard(risk, timeline, catalogue), reader.wording());
        });
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
    public List<RiskAssessed> atRisk(@QueryParam("limit") @DefaultValue("20") String limit) {
        return mostAtRisk.everywhere("/customers/at-risk", MostAtRisk.limit(limit));
    }
}

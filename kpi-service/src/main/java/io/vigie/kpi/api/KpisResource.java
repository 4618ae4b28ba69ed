package io.vigie.kpi.api;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.smallrye.common.annotation.Blocking;
import io.vigie.kpi.measure.Kpis;
import io.vigie.kpi.measure.WrongPeriod;
import io.vigie.kpi.store.Horizon;
import io.vigie.kpi.store.Measures;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestQuery;

/** All measures of a period. */
@Path("/kpis")
@Produces(MediaType.APPLICATION_JSON)
public class KpisResource {
    private final Measures measures;
    private final Horizon horizon;

    @Inject
    KpisResource(Measures measures, Horizon horizon) {
        this.measures = measures;
        this.horizon = horizon;
    }

    /**
     * @param from an instant, or a date meaning its midnight in the company's zone; 365 days before {@code to} if absent
     * @param to the same, itself outside the period; now if absent, and the newest event in a replay
     * @return amounts in minor units of {@code currency}; shares absent where there was nothing at the start
     */
    @GET
    @Blocking
    @Operation(summary = "Churn four ways, customers by level, what was done and what came of it")
    @APIResponse(responseCode = "200", description = "All measures; amounts in minor units of currency")
    @APIResponse(responseCode = "400", description = "from or to cannot be read, or from is not before to")
    public Kpis kpis(
            @Parameter(description = "An instant or a date, in the period", example = "2026-01-01") @RestQuery
                    Optional<String> from,
            @Parameter(description = "An instant or a date, just after the period", example = "2026-04-01") @RestQuery
                    Optional<String> to) {
        try {
            return measures.of(horizon.period(from, to));
        } catch (WrongPeriod wrong) {
            throw HttpProblem.builder()
                    .withType(URI.create("urn:vigie:problem:wrong-period"))
                    .withTitle("This period cannot be measured")
                    .withStatus(Response.Status.BAD_REQUEST)
                    .withDetail(wrong.getMessage())
                    .build();
        }
    }
}

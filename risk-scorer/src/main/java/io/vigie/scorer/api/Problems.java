package io.vigie.scorer.api;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.vigie.scorer.stream.CustomerObjects;
import io.vigie.scorer.stream.StoresNotReady;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** What the API answers when it cannot: RFC 9457, each saying how to mend it. */
final class Problems {
    private Problems() {}

    static HttpProblem of(Response.StatusType status, String word, String title, String detail) {
        return HttpProblem.builder()
                .withType(URI.create("urn:vigie:problem:" + word))
                .withStatus(status)
                .withTitle(title)
                .withDetail(detail)
                .build();
    }

    static HttpProblem unknownCustomer(String customer) {
        return of(
                Response.Status.NOT_FOUND,
                "unknown-customer",
                "Unknown customer",
                "nothing has been received about \"" + customer + "\"; check the id, or send a signal or a record");
    }

    /** Turns what the stores cannot answer into an answer that says what to do about it. */
    static final class Mappers {
        @ServerExceptionMapper
        public Response objects(CustomerObjects e) {
            return of(
                            Response.Status.CONFLICT,
                            "customer-objects",
                            "The customer objects to profiling",
                            e.getMessage() + "; their timeline can be read, and scoring resumes once they withdraw"
                                    + " the objection")
                    .toResponse();
        }

        @ServerExceptionMapper
        public Response notReady(StoresNotReady e) {
            return HttpProblem.builder(of(
                            Response.Status.SERVICE_UNAVAILABLE,
                            "stores-not-ready",
                            "Not ready yet",
                            e.getMessage() + "; ask again in a few seconds"))
                    .withHeader("Retry-After", 2)
                    .build()
                    .toResponse();
        }
    }
}

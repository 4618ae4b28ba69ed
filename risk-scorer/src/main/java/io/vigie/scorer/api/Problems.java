package io.vigie.scorer.api;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.vigie.scorer.profile.Entry;
import io.vigie.scorer.stream.CustomerObjects;
import io.vigie.scorer.stream.StoresNotReady;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
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

    /** Why there is no risk to tell: nobody is known, or nothing was by then. */
    static HttpProblem nothingKnown(String customer, List<Entry> timeline) {
        return timeline.isEmpty()
                ? unknownCustomer(customer)
                : of(
                        new Unprocessable(),
                        "before-the-timeline",
                        "Before the timeline begins",
                        "nothing was known of \"" + customer + "\" by then; the first line of its timeline is of "
                                + timeline.getFirst().time());
    }

    static HttpProblem unprocessable(String word, String title, String detail) {
        return of(new Unprocessable(), word, title, detail);
    }

    static HttpProblem unknownModel(String id) {
        return of(
                Response.Status.NOT_FOUND,
                "unknown-model",
                "Unknown model",
                "there is no model \"" + id + "\"; GET /models lists those there are");
    }

    static HttpProblem wrongSignals(List<String> faults) {
        return of(
                new Unprocessable(),
                "wrong-signals",
                "Wrong signals",
                String.join("; ", faults) + "; the signal catalogue says what each type takes");
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
        public Response keptFromAgents(KeptFromAgents e) {
            return of(
                            Response.Status.FORBIDDEN,
                            "kept-from-agents",
                            "Kept from agents",
                            e.getMessage() + ", since something happened with the account manager; ask one of them")
                    .toResponse();
        }

        @ServerExceptionMapper
        public Response notForThisRole(NotForThisRole e) {
            return of(
                            Response.Status.FORBIDDEN,
                            "not-for-this-role",
                            "Not for this role",
                            e.getMessage() + "; have one of these roles given to the user")
                    .toResponse();
        }

        @ServerExceptionMapper
        public Response notReady(StoresNotReady e) {
            return later("stores-not-ready", "Not ready yet", e);
        }

        @ServerExceptionMapper
        public Response unreachable(InstanceUnreachable e) {
            return later("instance-unreachable", "Another instance does not answer", e);
        }

        @ServerExceptionMapper
        public Response tooSlow(InstanceTooSlow e) {
            return later("instance-too-slow", "Another instance takes too long", e);
        }

        private static Response later(String word, String title, RuntimeException e) {
            return HttpProblem.builder(of(
                            Response.Status.SERVICE_UNAVAILABLE,
                            word,
                            title,
                            e.getMessage() + "; ask again in a few seconds"))
                    .withHeader("Retry-After", 2)
                    .build()
                    .toResponse();
        }
    }

    /** 422, which the enumeration of statuses lacks. */
    private static final class Unprocessable implements Response.StatusType {
        @Override
        public int getStatusCode() {
            return 422;
        }

        @Override
        public Response.Status.Family getFamily() {
            return Response.Status.Family.CLIENT_ERROR;
        }

        @Override
        public String getReasonPhrase() {
            return "Unprocessable Content";
        }
    }
}

package io.vigie.retention.api;

import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.Blocking;
import io.vigie.retention.dispatch.InterviewDesk;
import io.vigie.retention.letters.InterviewScript;
import io.vigie.retention.store.Interviews;
import io.vigie.retention.store.Interviews.Interview;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** What leavers said, over HTTP. */
@Path("/interviews")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Blocking
public class InterviewResource {
    private final InterviewDesk desk;
    private final Interviews interviews;
    private final InterviewScript script;
    private final SecurityIdentity identity;

    InterviewResource(InterviewDesk desk, Interviews interviews, InterviewScript script, SecurityIdentity identity) {
        this.desk = desk;
        this.interviews = interviews;
        this.script = script;
        this.identity = identity;
    }

    @GET
    @Path("/script")
    @Operation(summary = "What leavers are asked")
    public InterviewScript script() {
        return script;
    }

    @GET
    @Operation(summary = "What a customer was asked and said, the latest first")
    public List<Interview> interviews(
            @RestQuery @Nullable String customer,
            @RestQuery @DefaultValue("100") int limit,
            @RestQuery @Nullable String after) {
        return interviews.ofCustomer(
                Asked.text(customer).orElseThrow(() -> Problems.wrong("customer: say of whom.")),
                Asked.limit(limit),
                Asked.text(after).map(id -> Asked.id("interview", id)));
    }

    @POST
    @Operation(summary = "Keep what somebody heard in an interview")
    public void heard(@Nullable Heard heard) {
        String customer = Asked.text(heard == null ? null : heard.customer())
                .orElseThrow(() -> Problems.wrong("Send {\"customer\": …, \"answers\": {…}} as JSON."));
        Map<String, String> given = Optional.ofNullable(heard)
                .map(Heard::answers)
                .<Map<String, String>>map(answers -> answers)
                .orElse(Map.of());
        String by = Who.is(identity);
        try {
            if (!desk.record(customer, Optional.empty(), given, by)) {
                throw Problems.nothingKept();
            }
        } catch (IllegalArgumentException e) {
            throw Problems.wrong(e.getMessage() + ".");
        }
    }

    /** What somebody heard. */
    public record Heard(@Nullable String customer, @Nullable Map<String, String> answers) {}
}

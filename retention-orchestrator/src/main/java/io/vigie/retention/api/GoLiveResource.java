package io.vigie.retention.api;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.security.identity.SecurityIdentity;
import io.vigie.retention.store.GoLive;
import io.vigie.retention.store.GoLivePlans;
import io.vigie.retention.store.GoLives;
import io.vigie.retention.store.NotNow;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** A company goes live: tried first, looked at, then done. */
@Path("/go-live")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class GoLiveResource {
    private static final int LATEST = 20;
    private static final int MOST_DAYS = 60;
    private static final int MOST_HISTORY = 365;

    private final GoLives goLives;
    private final GoLivePlans plans;
    private final SecurityIdentity identity;

    GoLiveResource(GoLives goLives, GoLivePlans plans, SecurityIdentity identity) {
        this.goLives = goLives;
        this.plans = plans;
        this.identity = identity;
    }

    @GET
    @Operation(summary = "What was tried and done, the latest first")
    public List<GoLive> latest() {
        return goLives.latest(LATEST);
    }

    @POST
    @Operation(
            summary =
                    "Try it: decides once on everybody's present state within the time that teams have; nothing is done")
    public Response attempt(@Nullable Attempt asked) {
        Attempt attempt = asked == null ? new Attempt(null, null) : asked;
        int days = within("days", attempt.days(), GoLives.USUAL_DAYS, 1, MOST_DAYS);
        int history = within("historyDays", attempt.historyDays(), GoLives.USUAL_HISTORY_DAYS, 0, MOST_HISTORY);
        try {
            GoLive made = goLives.attempt(days, history, me());
            return Response.accepted(made)
                    .location(URI.create("/go-live/" + made.id()))
                    .tag(new EntityTag(made.tag()))
                    .build();
        } catch (NotNow e) {
            throw problem(e);
        }
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "What it would do, or how far it has come")
    public Response find(@RestPath String id) {
        GoLive one = known(id);
        return Response.ok(one).tag(new EntityTag(one.tag())).build();
    }

    @GET
    @Path("/{id}/customers")
    @Operation(summary = "Whom it would contact, by name, page by page")
    public List<GoLivePlans.Planned> customers(
            @RestPath String id, @RestQuery @DefaultValue("") String after, @RestQuery @DefaultValue("100") int limit) {
        return plans.who(known(id), after, Asked.limit(limit));
    }

    @POST
    @Path("/{id}/confirmation")
    @Operation(summary = "Do what was tried; 412 where it does not hold any more")
    public Response confirm(@RestPath String id, @HeaderParam("If-Match") @Nullable String tag) {
        try {
            GoLive now = goLives.confirm(known(id), Asked.tag(tag), me());
            return Response.accepted(now).tag(new EntityTag(now.tag())).build();
        } catch (NotNow e) {
            throw problem(e);
        }
    }

    private GoLive known(String id) {
        return goLives.find(Asked.id("going-live", id)).orElseThrow(() -> Problems.unknown("going-live", id));
    }

    private String me() {
        return identity.getPrincipal().getName();
    }

    private static HttpProblem problem(NotNow why) {
        String detail = String.valueOf(why.getMessage());
        return why.stale() ? Problems.stale(detail) : Problems.conflict("not-now", detail);
    }

    private static int within(String name, @Nullable Integer asked, int usual, int least, int most) {
        int days = Optional.ofNullable(asked).orElse(usual);
        if (days < least || days > most) {
            throw Problems.wrong(name + ": must be " + least + " to " + most + ", is " + days + ".");
        }
        return days;
    }

    /**
     * @param days how many business days the work may take
     * @param historyDays what began longer ago is history
     */
    public record Attempt(@Nullable Integer days, @Nullable Integer historyDays) {}
}

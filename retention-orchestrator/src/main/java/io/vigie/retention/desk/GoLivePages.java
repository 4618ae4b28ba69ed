package io.vigie.retention.desk;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.Blocking;
import io.vigie.retention.store.GoLive;
import io.vigie.retention.store.GoLivePlans;
import io.vigie.retention.store.GoLives;
import io.vigie.retention.store.NotNow;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** The page on which a company goes live: try it, look at what it would do, then have it done. */
@Path("/desk/go-live")
@Produces(MediaType.TEXT_HTML)
@Blocking
@RolesAllowed({"lead", "manager"})
public class GoLivePages {
    private static final int PAGE = 50;

    private final GoLives goLives;
    private final GoLivePlans plans;
    private final SecurityIdentity identity;

    GoLivePages(GoLives goLives, GoLivePlans plans, SecurityIdentity identity) {
        this.goLives = goLives;
        this.plans = plans;
        this.identity = identity;
    }

    @GET
    @Operation(hidden = true)
    public TemplateInstance show() {
        return page(Optional.empty());
    }

    @POST
    @Path("attempts")
    @RolesAllowed("manager")
    @Operation(hidden = true)
    public TemplateInstance attempt(@FormParam("days") int days, @FormParam("history") int history) {
        return after(() -> goLives.attempt(days, history, me()));
    }

    @POST
    @Path("confirmations")
    @RolesAllowed("manager")
    @Operation(hidden = true)
    public TemplateInstance confirm(@FormParam("id") UUID id, @FormParam("tag") String tag) {
        return after(() -> goLives.confirm(known(id), Optional.of(tag), me()));
    }

    /** Whom it would contact, some more of them. */
    @GET
    @Path("{id}/customers")
    @Operation(hidden = true)
    public TemplateInstance customers(@RestPath UUID id, @RestQuery Optional<String> after) {
        List<GoLivePlans.Planned> found = plans.who(known(id), after.orElse(""), PAGE);
        return Templates.whoGoesLive(
                id, found, found.size() == PAGE ? Optional.of(found.getLast().customer()) : Optional.empty());
    }

    private TemplateInstance after(Runnable deed) {
        try {
            deed.run();
            return page(Optional.empty());
        } catch (NotNow e) {
            return page(Optional.of(String.valueOf(e.getMessage())));
        }
    }

    private TemplateInstance page(Optional<String> refused) {
        return Templates.goLive(
                GoLivePage.of(goLives.latest(1).stream().findFirst(), refused, identity.hasRole("manager")));
    }

    private GoLive known(UUID id) {
        return goLives.find(id).orElseThrow(NotFoundException::new);
    }

    private String me() {
        return identity.getPrincipal().getName();
    }

    @CheckedTemplate(basePath = "desk")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance goLive(GoLivePage page);

        static native TemplateInstance whoGoesLive(UUID id, List<GoLivePlans.Planned> planned, Optional<String> next);
    }
}

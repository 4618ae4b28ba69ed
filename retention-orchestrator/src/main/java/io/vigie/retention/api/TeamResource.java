package io.vigie.retention.api;

import io.quarkus.security.identity.SecurityIdentity;
import io.vigie.events.retention.Team;
import io.vigie.retention.store.Loads;
import io.vigie.retention.store.Staff;
import io.vigie.retention.store.StaleVersion;
import io.vigie.retention.teams.TeamRule;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** How teams work: who leads them, how tasks come to their people, where late ones go; and how busy they are. */
@Path("/teams")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class TeamResource {
    private final Staff staff;
    private final Loads loads;
    private final SecurityIdentity identity;

    TeamResource(Staff staff, Loads loads, SecurityIdentity identity) {
        this.staff = staff;
        this.loads = loads;
        this.identity = identity;
    }

    @GET
    @Operation(summary = "Every team, as set or as shipped")
    public List<TeamRule> teams() {
        return staff.teams().stream().map(Staff.Versioned::what).toList();
    }

    @GET
    @Path("/loads")
    @Operation(summary = "The time there is and the time that is wanted, by team, as last planned")
    public List<Loads.Load> loads() {
        return loads.latest();
    }

    @GET
    @Path("/{team}")
    @Operation(summary = "One team, with its ETag")
    public RestResponse<TeamRule> team(@RestPath String team) {
        Staff.Versioned<TeamRule> rule = staff.team(word(team));
        return Tags.tagged(rule.what(), rule.version());
    }

    @PUT
    @Path("/{team}")
    @Operation(summary = "Leads: say how a team works; If-Match guards against overwriting")
    public RestResponse<TeamRule> keep(
            @RestPath String team, @RestHeader("If-Match") @Nullable String ifMatch, @Nullable About about) {
        String by = Who.leading(identity);
        Team known = word(team);
        if (about == null) {
            throw Problems.wrong("Send the team as JSON, such as {\"assigning\": \"round-robin\", \"lead\": \"jo\"}.");
        }
        TeamRule.Assigning assigning = Asked.word("assigning", TeamRule.Assigning.class, about.assigning())
                .orElseThrow(() -> Problems.wrong("assigning: pull, account-manager, round-robin or least-loaded."));
        try {
            TeamRule rule = new TeamRule(
                    known, Asked.text(about.lead()), assigning, Asked.word("above", Team.class, about.above()));
            staff.keep(rule, Tags.wanted(ifMatch), by);
        } catch (IllegalArgumentException e) {
            throw Problems.wrong(e.getMessage() + ".");
        } catch (StaleVersion e) {
            throw Problems.stale(String.valueOf(e.getMessage()));
        }
        return team(team);
    }

    private static Team word(String team) {
        return Asked.word("team", Team.class, team).orElseThrow(() -> Problems.unknown("team", team));
    }

    /** What is told of a team; see {@link TeamRule}. */
    public record About(
            @Nullable String lead,
            @Nullable String assigning,
            @Nullable String above) {}
}
